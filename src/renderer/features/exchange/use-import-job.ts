import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import type { Input, JobName, Output } from '#contract/index.ts';
import { runJob, toFailure, type Progress } from '../../client/index.ts';

/** A job whose failure is shown on the screen itself. Starting it again stops the one before. */
export function useImportJob<K extends JobName>(name: K) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(async (input: Input<K>): Promise<Output<K> | null> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const isLatest = () => running.current === own && !own.signal.aborted;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    try {
      return await runJob(name, input, { signal: own.signal, onProgress: (next) => isLatest() && setProgress(next) });
    } catch (error) {
      if (running.current === own) setFailure(toFailure(error));
      return null;
    } finally {
      if (running.current === own) setProgress(null);
    }
  }, [name]);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { start, cancel, progress, failure };
}
