import { useCallback, useEffect, useRef, useState } from 'react';
import { runJob, toFailure, type Progress } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import type { MadeSimulation } from './rollover-session.ts';

/** Makes a simulation; its failure is said on the screen, and leaving the screen stops it. */
export function useSimulation() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const simulate = useCallback(async (from: MadeSimulation['from'], to: MadeSimulation['to']): Promise<MadeSimulation | null> => {
    const own = new AbortController();
    running.current = own;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    try {
      const newYear = to.id === null ? { label: to.label, startDate: to.startDate, endDate: to.endDate } : null;
      const { id, students } = await runJob('rollover.simulate', { fromYearId: from.id, toYearId: to.id, newYear }, { signal: own.signal, onProgress: (next) => running.current === own && setProgress(next) });
      return { id, students, from, to };
    } catch (error) {
      const refusal = toFailure(error);
      if (refusal.code !== 'cancelled') setFailure(describeFailure(refusal));
      return null;
    } finally {
      setProgress(null);
    }
  }, []);
  return { simulate, progress, failure, cancel: useCallback(() => running.current?.abort(), []) };
}
