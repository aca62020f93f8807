import { useEffect } from 'react';
import { lockSession, reportFailure, undoOwn } from '../client/index.ts';
import { isShortcut, isWriting } from '../platform/keys.ts';

interface ShortcutTargets {
  openPalette: () => void;
  openHelp: () => void;
}

/** The window's own keys. They go by the key's place too, so that they work under a Greek keyboard layout. */
export function useShortcuts({ openPalette, openHelp }: ShortcutTargets): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (isShortcut(event, 'k')) take(event, openPalette);
      else if (isShortcut(event, 'l')) take(event, () => void lockSession().catch(reportFailure));
      else if (isShortcut(event, 's')) take(event, saveForm);
      else if (isShortcut(event, 'z') && !isWriting(event)) take(event, () => void undoOwn());
      else if (!event.ctrlKey && !event.metaKey && event.key === '?' && !isWriting(event)) take(event, openHelp);
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
