import { RollbookError } from '#contract/errors.ts';
import type { Job } from '#contract/office.ts';
import { permissionsOf } from '../access/access.ts';
import type { QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import type { LiveJob } from './live-job.ts';
import { readJob, readJobs, type JobRecord } from './repo.ts';

function withProgress(ctx: Pick<QueryContext, 'liveJobs'>, { userId: _owner, ...job }: JobRecord): Job {
  const live = job.state === 'running' ? ctx.liveJobs.find(({ id }) => id === job.id) : undefined;
  return live ? { ...job, done: live.done, total: live.total, subject: live.subject } : { ...job, subject: null };
}

/** Jobs are their starter's own, except for who holds `jobs:all`. */
function ownerOf(ctx: Pick<QueryContext, 'access' | 'userId'>): string | null {
  return ctx.access && permissionsOf(ctx.access).includes('jobs:all') ? null : ctx.userId();
}

/** A job that has just begun, while the writer still waits to write it down. */
function notYetWritten(ctx: Pick<QueryContext, 'access' | 'userId' | 'liveJobs'>, id: string): JobRecord | undefined {
  const owner = ownerOf(ctx);
  const live = ctx.liveJobs.find((job) => job.id === id && (owner === null || job.userId === owner));
  return live && recordOf(live);
}

const recordOf = ({ subject: _kept, ...live }: LiveJob): JobRecord => ({ ...live, state: 'running', result: null, error: null, endedAt: null });

/** Following and cancelling long work. */
export const jobHandlers: Handlers<Named<'jobs'>> = {
  'jobs.get'(ctx, input) {
    const job = readJob(ctx.db, input.id, ownerOf(ctx)) ?? notYetWritten(ctx, input.id);
    if (!job) throw new RollbookError('notFound');
    return withProgress(ctx, job);
  },
  'jobs.list'(ctx) {
    const userId = ctx.userId(), written = readJobs(ctx.db, userId), known = new Set(written.map(({ id }) => id));
    const begun = ctx.liveJobs.filter((job) => job.userId === userId && !known.has(job.id)).map(recordOf);
    return { jobs: [...begun, ...written].map((job) => withProgress(ctx, job)) };
  },
  'jobs.cancel'(ctx, input) {
    if (!(readJob(ctx.db, input.id, ownerOf(ctx)) ?? notYetWritten(ctx, input.id))) throw new RollbookError('notFound');
    ctx.effect({ type: 'cancelJob', jobId: input.id });
    return {};
  },
};
