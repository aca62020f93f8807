import { uuidv7 } from 'uuidv7';
import { RollbookError, type Failure } from '#contract/errors.ts';
import { madeFile } from '#contract/schedulable.ts';
import type { Schedule, ScheduleRun } from '#contract/schedules.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import { findLatestPostedTerm } from '../insight/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { findOpenYear, readSchoolSettings } from '../settings/index.ts';
import { deliver, type Delivered } from './deliver.ts';
import { sendBySchool } from './mail-settings.ts';
import { beginRun, endRun, forgetRuns, markRemoved, readLeftFiles, readRun, type RunEnd } from './repo-runs.ts';
import { readSchedule } from './repo.ts';
import { runAsMessages } from './rules-failures.ts';
import { filesToGo } from './rules-keep.ts';
import { resolveWork, type Moment } from './rules-moment.ts';
import { dateIn } from './rules-next-run.ts';
import { letters } from './rules-words.ts';
import { removeFromFolder } from './write-folder.ts';

/** How long runs stay on record, in milliseconds: a school year and its holidays. */
const runsKeptFor = 400 * 24 * 60 * 60_000;

/** Does what a schedule says, once, and writes down what came of it, good or bad. Throws only before it has begun: when there is no such schedule, or it is under way. */
export async function runSchedule(ctx: QueryContext, scheduleId: string): Promise<ScheduleRun> {
  const schedule = readSchedule(ctx.db, scheduleId);
  if (!schedule) throw new RollbookError('notFound');
  const id = uuidv7();
  const begun = performance.now();
  const byUserId = ctx.access?.isSystem ? null : ctx.userId();
  ctx.keep((db) => {
    if (!beginRun(db, { id, scheduleId, startedAt: ctx.now, byUserId })) throw new RollbookError('refused', { messageKey: 'scheduleRunning' });
  });
  const end = await attempt(ctx, schedule);
  const endedAt = ctx.now + Math.round(performance.now() - begun);
  ctx.keep((db) => {
    endRun(db, id, { ...end, endedAt });
    forgetRuns(db, scheduleId, endedAt - runsKeptFor);
  });
  if (end.state === 'done') removeOld(ctx, schedule, endedAt);
  if (end.state === 'failed') await tellByMail(ctx, schedule);
  // No record of the school has changed, so that no change set tells of it.
  ctx.effect({ type: 'changed', entities: ['schedule_run'], changeSetId: 0 });
  const run = readRun(ctx.db, id);
  if (!run) throw new RollbookError('notFound');
  return run;
}

const nothing = { rows: null, folder: null, fileName: null, size: null };

async function attempt(ctx: QueryContext, schedule: Schedule): Promise<Omit<RunEnd, 'endedAt'>> {
  try {
    const { procedure, input } = resolveWork(schedule.work, readMoment(ctx, schedule.timeZone));
    const answer = await ctx.callAs(schedule.runAs, procedure, input);
    if (!answer.ok) throw refusalOf(answer.error);
    const { fileId, rows } = madeFile.parse(answer.value);
    const file = readFileHead(ctx.db, fileId);
    const content = file?.createdBy === schedule.runAs ? readFileContent(ctx.db, file.hash) : undefined;
    if (!file || !content) throw new RollbookError('notFound');
    const left: Delivered = await deliver(ctx, schedule, { name: file.name, content, rows });
    return { state: 'done', rows, ...left, failure: null };
  } catch (error) {
    const failure = ctx.failureOf(error);
    return { ...nothing, state: failure.code === 'cancelled' ? 'cancelled' : 'failed', failure };
  }
}

/** What the year and the days that a schedule leaves open come to now. */
function readMoment({ db, now }: QueryContext, timeZone: string): Moment {
  const year = findOpenYear(db) ?? null;
  const term = findLatestPostedTerm(db);
  return { today: dateIn(timeZone, now), year, latestTermId: term && term.yearId === year?.id ? term.id : null };
}

/** What the named account may not do is told as such: whoever reads of it is somebody else. */
function refusalOf(failure: Failure): RollbookError {
  const messageKey = runAsMessages[failure.code];
  return messageKey === undefined ? new RollbookError(failure.code, failure) : new RollbookError('refused', { messageKey });
}

/** Deletes what the schedule left before, as far as its rule says. What somebody has changed since is theirs and stays. */
function removeOld(ctx: QueryContext, { id, keep }: Schedule, now: number): void {
  for (const file of filesToGo(readLeftFiles(ctx.db, id), keep, now)) {
    if (removeFromFolder(file)) ctx.keep((db) => markRemoved(db, file.id, now));
  }
}

/** Tells whoever wants to know by e-mail. Where that fails as well, the program's own notice has to do. */
async function tellByMail(ctx: QueryContext, { notify, language, name }: Schedule): Promise<void> {
  if (notify === null) return;
  const { nameEl, nameEn } = readSchoolSettings(ctx.db).settings;
  await sendBySchool(ctx, { to: [notify], ...letters.failed[language](language === 'el' ? nameEl : nameEn, name) }).catch(() => undefined);
}
