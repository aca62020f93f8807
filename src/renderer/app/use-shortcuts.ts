import { useEffect } from 'react';
import { lockSession, reportFailure, undoOwn } from '../client/index.ts';

interface ShortcutTargets {
  openPalette: () => void;
  openHelp: () => void;
}

/** Whether the key belongs to the text that is being written. */
function isWriting(event: KeyboardEvent): boolean {
  const element = event.target;
  return element instanceof HTMLElement && (element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName));
}

/** The window's own keys. They go by the key's place too, so that they work under a Greek keyboard layout. */
export function useShortcuts({ openPalette, openHelp }: ShortcutTargets): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const held = event.ctrlKey || event.metaKey;
      const is = (letter: string) => held && !event.shiftKey && !event.altKey && (event.key.toLowerCase() === letter || event.code === `Key${letter.toUpperCase()}`);
      if (is('k')) take(event, openPalette);
      else if (is('l')) take(event, () => void lockSession().catch(reportFailure));
      else if (is('s')) take(event, saveForm);
      else if (is('z') && !isWriting(event)) take(event, () => void undoOwn());
      else if (!held && event.key === '?' && !isWriting(event)) take(event, openHelp);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [openPalette, openHelp]);
}

function take(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

/** Sends the form that the user is in, or the screen's only one. */
function saveForm(): void {
  const inside = document.activeElement?.closest('form');
  const forms = document.querySelectorAll<HTMLFormElement>('#content form');
  (inside ?? (forms.length === 1 ? forms[0] : null))?.requestSubmit();
}
