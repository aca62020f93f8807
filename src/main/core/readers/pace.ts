/**
 * Lets a long read breathe: called with work done and in all, tells the job's progress, gives way to other work
 * and throws `cancelled` when the user has given up.
 */
export type Pace = (done: number, total: number) => Promise<void>;

/** For callers without a job: gives way, tells nobody. */
export const quietPace: Pace = () => new Promise((resolve) => setImmediate(resolve));
