export { jobHandlers } from './handlers.ts';
export { interruptJobs, saveJob, type JobRecord } from './repo.ts';
export type { LiveJob } from './live-job.ts';
