import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, JobName, Output } from '#contract/index.ts';
import { runJob, type Progress } from './jobs.ts';
import { reportFailure, toFailure } from './report.ts';

/** A job for a screen: start it, show its progress, cancel it. `start` gives null when it failed, which has then been shown. */
export function useJob<K extends JobName>(name: K) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const controller = useRef<AbortController | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);

  const start = useCallback(async (input: Input<K>): Promise<Output<K> | null> => {
    controller.current = new AbortController();
    setProgress({ done: 0, total: 0 });
    try {
      return await runJob(name, input, {
        signal: controller.current.signal,
        onProgress: (next) => mounted.current && setProgress(next),
      });
    } catch (error) {
      if (toFailure(error).code !== 'cancelled') reportFailure(error);
      return null;
    } finally {
      if (mounted.current) setProgress(null);
    }
  }, [name]);

  const cancel = useCallback(() => controller.current?.abort(), []);
  return { start, cancel, progress, running: progress !== null };
}
