import type { z } from 'zod';
import type { Language } from '#contract/fields.ts';
import { work } from '#contract/schedulable.ts';
import type { Keep, Schedule, ScheduleDetails, Target, When } from '#contract/schedules.ts';
import type { Reader } from '../store/reader.ts';
import type { schedule } from '../store/schema/index.ts';
import type { NewRow } from '../store/writer.ts';
import { readLastRun } from './repo-runs.ts';
import { hasSecret } from './repo-secrets.ts';
import { nextRun } from './rules-next-run.ts';

interface Stored {
  id: string; rev: number; updatedAt: number; name: string; procedure: string; input: string; timing: string; timeZone: string; target: string; keep: string; language: Language;
  encrypt: number; runAs: string; active: number; notify: string | null; runAsName: string; owner: string | null;
}
/** The SQL of the schedules, by name; for the query-plan test as well. */
export const schedulesSql = (condition: string): string =>
  `SELECT s.id, s.rev, s.updatedAt, s.name, s.procedure, s.input, s.timing, s.timeZone, s.target, s.keep, s.language, s.encrypt, s.runAs, s.active, s.notify,
     u.displayName AS runAsName, o.displayName AS owner
   FROM schedule s JOIN user u ON u.id = s.runAs LEFT JOIN user o ON o.id = s.createdBy WHERE s.deletedAt IS NULL AND ${condition} ORDER BY s.name, s.id`;

/** What the columns of a schedule hold of the contract's form. */
export function columnsOf({ work: { procedure, input }, when, target, keep, ...plain }: ScheduleDetails): NewRow<typeof schedule> {
  return { ...plain, procedure, input: JSON.stringify(input), timing: JSON.stringify(when), target: JSON.stringify(target), keep: JSON.stringify(keep) };
}

function parse(db: Reader, { procedure, input, timing, target, keep, updatedAt, encrypt, active, ...row }: Stored): Schedule {
  const when = JSON.parse(timing) as When;
  const lastRun = readLastRun(db, row.id);
  const isActive = active === 1;
  return {
    ...row, encrypt: encrypt === 1, active: isActive, work: work.parse({ procedure, input: JSON.parse(input) } as z.input<typeof work>), when,
    target: JSON.parse(target) as Target, keep: JSON.parse(keep) as Keep, hasPassword: hasSecret(db, `schedule/${row.id}`), lastRun,
    // What was missed since it last ran, or since somebody last changed it, is due still.
    nextAt: isActive ? nextRun(when, row.timeZone, Math.max(updatedAt, lastRun?.startedAt ?? 0)) : null,
  };
}

/** Every schedule, by name, with its last and next run. */
export const readSchedules = (db: Reader): Schedule[] => db.all<Stored>(schedulesSql('1')).map((row) => parse(db, row));

/** One schedule; undefined when there is none. */
export function readSchedule(db: Reader, id: string): Schedule | undefined {
  const row = db.get<Stored>(schedulesSql('s.id = @id'), { id });
  return row && parse(db, row);
}

/** The SQL of `countFailing`, for the query-plan test as well. */
export const failingSql = `SELECT count(*) AS n FROM schedule s WHERE s.deletedAt IS NULL AND s.active = 1
  AND (SELECT r.state FROM schedule_run r WHERE r.scheduleId = s.id AND r.state <> 'running' ORDER BY r.startedAt DESC, r.id DESC LIMIT 1) IN ('failed', 'interrupted')`;

/** How many schedules that are not paused came to nothing the last time. */
export const countFailing = (db: Reader): number => db.get<{ n: number }>(failingSql)?.n ?? 0;
