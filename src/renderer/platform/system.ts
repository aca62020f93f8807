/** True on Apple systems, whose shortcuts use the Command key. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a shortcut is written on this system: `Ctrl+K`, `⌘K`. */
export function writeShortcut(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl+${key}`;
}

/** Prints this page as its print style sheet shows it. */
export function printPage(): void {
  window.print();
}

/** Puts a text on the clipboard; false where the system does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
