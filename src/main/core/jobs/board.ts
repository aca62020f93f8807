import type { LiveJob } from './live-job.ts';

/** The jobs under way, in the main process: their progress, and the flag by which each is told to stop. */
export interface JobBoard {
  add: (job: LiveJob, cancel: SharedArrayBuffer) => void;
  progress: (id: string, done: number, total: number) => LiveJob | undefined;
  cancel: (id: string) => void;
  remove: (id: string) => LiveJob | undefined;
  list: () => LiveJob[];
}

/** Makes an empty board. */
export function createJobBoard(): JobBoard {
  const jobs = new Map<string, { job: LiveJob; cancel: SharedArrayBuffer }>();
  return {
    add: (job, cancel) => { jobs.set(job.id, { job, cancel }); },
    progress(id, done, total) {
      const entry = jobs.get(id);
      if (entry) entry.job = { ...entry.job, done, total };
      return entry?.job;
    },
    cancel(id) {
      const entry = jobs.get(id);
      if (entry) Atomics.store(new Int32Array(entry.cancel), 0, 1);
    },
    remove(id) {
      const entry = jobs.get(id);
      jobs.delete(id);
      return entry?.job;
    },
    list: () => [...jobs.values()].map(({ job }) => job),
  };
}
