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
