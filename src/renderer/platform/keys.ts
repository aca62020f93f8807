/** Whether a key press belongs to the text that is being written. */
export function isWriting(event: KeyboardEvent): boolean {
  const element = event.target;
  return element instanceof HTMLElement && (element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName));
}

/** Whether Ctrl (Command on a Mac) and a letter were pressed, by the letter or, under a Greek layout, by its place. */
export function isShortcut(event: KeyboardEvent, letter: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    && (event.key.toLowerCase() === letter || event.code === `Key${letter.toUpperCase()}`);
}

/** What is printed on the Escape key, in every language. */
export const escapeKey = 'Esc';
