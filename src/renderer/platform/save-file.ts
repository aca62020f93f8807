/** Hands a file to the user: a download in the browser, the system's Save dialog in the desktop window. */
export function saveFile(name: string, mime: string, content: Uint8Array | string): void {
  const url = URL.createObjectURL(new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this turn; a minute is ample even for a slow disk.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
