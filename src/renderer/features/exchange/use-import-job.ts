import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import type { Input, JobName, Output } from '#contract/index.ts';
import { awaitJob, findRunningJob, runJob, toFailure, type Progress } from '../../client/index.ts';

interface Following { signal: AbortSignal; onProgress: (progress: Progress) => void }

/**
 * A job whose failure is shown on the screen itself. Starting it again stops the one before. Leaving the screen stops it, too, unless it
 * writes: with `goesOnFor`, the record that it is about, it goes on, and whoever comes back finds it again.
 */
export function useImportJob<K extends JobName>(name: K, goesOnFor: string | null = null) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  const follow = useCallback(async (run: (following: Following) => Promise<Output<K>>): Promise<Output<K> | null> => {
    const own = new AbortController();
    running.current = own;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    try {
      return await run({ signal: own.signal, onProgress: (next) => { if (running.current === own && !own.signal.aborted) setProgress(next); } });
    } catch (error) {
      if (running.current === own) setFailure(toFailure(error));
      return null;
    } finally {
      if (running.current === own) setProgress(null);
    }
  }, []);

  useEffect(() => {
    let isHere = true;
    if (goesOnFor !== null) {
      // Not being told of it only means that nothing is shown: the import itself says how it ended.
      const jobId = findRunningJob(name, goesOnFor).catch(() => null);
      void jobId.then((id) => { if (id !== null && isHere && running.current === null) void follow((following) => awaitJob(name, id, following)); });
    }
    return () => {
      isHere = false;
      if (goesOnFor === null) running.current?.abort();
      running.current = null;
    };
  }, [name, goesOnFor, follow]);

  const start = useCallback((input: Input<K>) => {
    running.current?.abort();
    return follow((following) => runJob(name, input, following));
  }, [name, follow]);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { start, cancel, progress, failure };
}
