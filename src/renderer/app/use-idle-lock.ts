import { useEffect } from 'react';
import { lockSession, reportFailure, useMe } from '../client/index.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the window after the user's own idle time. Looks at the clock, so that a computer that slept locks on waking. */
export function useIdleLock(): void {
  const minutes = useMe()?.preferences.idleMinutes ?? 0;
  useEffect(() => {
    if (minutes === 0) return;
    let lastSign = Date.now();
    const check = () => {
      if (Date.now() - lastSign >= minutes * 60_000) lockSession().catch(reportFailure);
    };
    const note = () => {
      check();
      lastSign = Date.now();
    };
    const timer = window.setInterval(check, 5_000);
    for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      window.clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [minutes]);
}
