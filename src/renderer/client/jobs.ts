import { contract, type Input, type JobName, type Output } from '#contract/index.ts';
import type { Procedure } from '#contract/define.ts';
import { RollbookError, errorCodes } from '#contract/errors.ts';
import type { Job } from '#contract/office.ts';
import { call } from './call.ts';
import { subscribeJobs } from './events.ts';

/** How far a job is, in its own units; `total` 0: not known yet. */
export interface Progress {
  done: number;
  total: number;
}

export interface JobOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting asks the program to cancel; the job then ends with the failure `cancelled`. */
  signal?: AbortSignal;
}

/** Runs a job to its end and returns its result. Progress comes by events, and by asking each second should events fail. */
export async function runJob<K extends JobName>(name: K, input: Input<K>, options: JobOptions = {}): Promise<Output<K>> {
  // `CallResult` of a job is `{jobId}`; the generic name hides that from the compiler.
  const { jobId } = (await call(name, input)) as { jobId: string };
  return awaitJob(name, jobId, options);
}

/** The job under way that one has started about a record, from whichever screen; null where there is none. */
export async function findRunningJob(name: JobName, subject: string): Promise<string | null> {
  const { jobs } = await call('jobs.list', {});
  return jobs.find((job) => job.state === 'running' && job.procedure === name && job.subject === subject)?.id ?? null;
}

/** Goes with a job that has begun to its end, as `runJob` does. */
export async function awaitJob<K extends JobName>(name: K, jobId: string, options: JobOptions = {}): Promise<Output<K>> {
  const cancel = () => void call('jobs.cancel', { id: jobId }).catch(() => undefined);
  options.signal?.addEventListener('abort', cancel, { once: true });
  if (options.signal?.aborted) cancel();
  try {
    const job = await followJob(jobId, options.onProgress);
    return finish(name, job);
  } finally {
    options.signal?.removeEventListener('abort', cancel);
  }
}

function followJob(id: string, onProgress: JobOptions['onProgress']): Promise<Job> {
  return new Promise((resolve, reject) => {
    let asking = false;
    const ask = async () => {
      if (asking) return;
      asking = true;
      try {
        const job = await call('jobs.get', { id });
        onProgress?.({ done: job.done, total: job.total });
        if (job.state !== 'running') settle(() => resolve(job));
      } catch (error) {
        // A locked screen or a pause in the connection does not end the job: ask again until the answer comes.
        const passing = error instanceof RollbookError && ['locked', 'mustChange', 'busy', 'notSignedIn'].includes(error.failure.code);
        if (!passing) settle(() => reject(error));
      } finally {
        asking = false;
      }
    };
    const timer = window.setInterval(() => void ask(), 1000);
    const unsubscribe = subscribeJobs((event) => {
      if (event.jobId !== id) return;
      onProgress?.({ done: event.done, total: event.total });
      if (event.state !== 'running') void ask();
    });
    const settle = (end: () => void) => {
      window.clearInterval(timer);
      unsubscribe();
      end();
    };
    void ask();
  });
}

function finish<K extends JobName>(name: K, job: Job): Output<K> {
  const procedure: Procedure = contract[name];
  // Parsed with this very procedure's schema; the compiler cannot follow that through the generic name.
  if (job.state === 'done') return procedure.output.parse(job.result) as Output<K>;
  if (job.state === 'cancelled') throw new RollbookError('cancelled');
  const code = errorCodes.find((known) => known === job.error?.code) ?? 'internal';
  throw new RollbookError(code, { messageKey: job.error?.messageKey, params: job.error?.params });
}
