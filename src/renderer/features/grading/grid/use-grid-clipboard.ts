import { useEffect, useRef, type RefObject } from 'react';
import type { GridActions } from './use-grid-keys.ts';

/**
 * Copy and paste of cells. Heard on the document: a cell cannot be selected as text, and Chromium sends both events to where the selection is,
 * which need not be where the keyboard is.
 */
export function useGridClipboard(table: RefObject<HTMLElement | null>, isEditing: boolean, actions: GridActions): void {
  const latest = useRef({ isEditing, actions });
  useEffect(() => { latest.current = { isEditing, actions }; });
  useEffect(() => {
    const isOurs = () => !latest.current.isEditing && table.current?.contains(document.activeElement) === true;
    const copy = (event: ClipboardEvent) => {
      if (!isOurs()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', latest.current.actions.copy());
    };
    const paste = (event: ClipboardEvent) => {
      if (!isOurs() || !latest.current.actions.mayEdit) return;
      event.preventDefault();
      latest.current.actions.paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [table]);
}
