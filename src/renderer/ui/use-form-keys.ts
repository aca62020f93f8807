import { useEffect, useRef } from 'react';
import { isShortcut } from '../platform/keys.ts';

/** Keys of a form on a screen: Ctrl+S saves, Esc leaves. Keys in a dialog or an open list belong to those. */
export function useFormKeys(keys: { onSave: () => void; onLeave: () => void }): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') || at?.getAttribute('aria-expanded') === 'true') return;
      if (isShortcut(event, 's')) {
        event.preventDefault();
        latest.current.onSave();
      } else if (event.key === 'Escape') latest.current.onLeave();
    };
    // Before the controls see the key: an open list closes on Escape, and would then look closed here.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
