import { useEffect, useRef } from 'react';

/** What opens the export of the list on the screen; of several, the one that came last. */
const openers: (() => void)[] = [];

/** Lets the command palette open this screen's export while it is shown; null: there is nothing to export now. */
export function useExportHere(open: (() => void) | null): void {
  const latest = useRef(open);
  latest.current = open;
  const isOffered = open !== null;
  useEffect(() => {
    if (!isOffered) return undefined;
    const opener = () => latest.current?.();
    openers.push(opener);
    return () => void openers.splice(openers.indexOf(opener), 1);
  }, [isOffered]);
}

/** Opens the export of the list on the screen. False where there is none. */
export function openExportHere(): boolean {
  const opener = openers.at(-1);
  opener?.();
  return opener !== undefined;
}
