import type { Failure } from '#contract/errors.ts';
import type { ScheduleRun } from '#contract/schedules.ts';
import type { Connection } from '../store/connection.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { LeftFile } from './rules-keep.ts';

interface Stored extends Omit<ScheduleRun, 'failure'> { failure: string | null }
const columns = `r.id, r.startedAt, r.endedAt, r.state, u.displayName AS "by", r.rows, r.fileName, r.removedAt, r.failure FROM schedule_run r LEFT JOIN user u ON u.id = r.byUserId`;
const parse = ({ failure, ...row }: Stored): ScheduleRun => ({ ...row, failure: JSON.parse(failure ?? 'null') as ScheduleRun['failure'] });

/** The SQL of the runs of a schedule, latest first; for the query-plan test as well. */
export const runsSql = `SELECT ${columns} WHERE r.scheduleId = @scheduleId ORDER BY r.startedAt DESC, r.id DESC LIMIT @limit OFFSET @offset`;

/** One page of a schedule's runs. */
export function readRuns(db: Reader, scheduleId: string, paging: { offset: number; limit: number }): { total: number; rows: ScheduleRun[] } {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM schedule_run WHERE scheduleId = ?', [scheduleId])?.n ?? 0;
  return { total, rows: db.all<Stored>(runsSql, { scheduleId, ...paging }).map(parse) };
}

/** One run. */
export function readRun(db: Reader, id: string): ScheduleRun | undefined {
  const row = db.get<Stored>(`SELECT ${columns} WHERE r.id = ?`, [id]);
  return row && parse(row);
}

/** The latest run of a schedule. */
export const readLastRun = (db: Reader, scheduleId: string): ScheduleRun | null => readRuns(db, scheduleId, { offset: 0, limit: 1 }).rows[0] ?? null;

/** Writes down that a run has begun, unless one of the same schedule is under way: then false. */
export function beginRun(db: Writer, run: { id: string; scheduleId: string; startedAt: number; byUserId: string | null }): boolean {
  return db.run(
    `INSERT INTO schedule_run (id, scheduleId, startedAt, state, byUserId) SELECT @id, @scheduleId, @startedAt, 'running', @byUserId
     WHERE NOT EXISTS (SELECT 1 FROM schedule_run WHERE scheduleId = @scheduleId AND state = 'running')`, run) > 0;
}

export interface RunEnd { state: 'done' | 'failed' | 'cancelled'; endedAt: number; rows: number | null; folder: string | null; fileName: string | null; size: number | null; failure: Failure | null }

/** Writes down what a run came to. */
export function endRun(db: Writer, id: string, { failure, ...end }: RunEnd): void {
  const kept = failure && { code: failure.code, messageKey: failure.messageKey, params: failure.params };
  db.run('UPDATE schedule_run SET state = @state, endedAt = @endedAt, rows = @rows, folder = @folder, fileName = @fileName, size = @size, failure = @failure WHERE id = @id',
    { ...end, id, failure: kept && JSON.stringify(kept) });
}

/** The SQL of `readLeftFiles`, for the query-plan test as well. */
export const leftFilesSql = `SELECT id, folder, fileName, size, startedAt FROM schedule_run
  WHERE scheduleId = @scheduleId AND folder IS NOT NULL AND removedAt IS NULL ORDER BY startedAt DESC, id DESC`;

/** The files that a schedule has left in folders and not deleted again, the latest first. */
export const readLeftFiles = (db: Reader, scheduleId: string): LeftFile[] => db.all(leftFilesSql, { scheduleId });

/** Writes down that a run's file was deleted again. */
export function markRemoved(db: Writer, id: string, at: number): void {
  db.run('UPDATE schedule_run SET removedAt = ? WHERE id = ?', [at, id]);
}

/** Forgets old runs of a schedule, save those whose file is still there to be deleted one day. */
export function forgetRuns(db: Writer, scheduleId: string, before: number): void {
  db.run('DELETE FROM schedule_run WHERE scheduleId = ? AND startedAt < ? AND (folder IS NULL OR removedAt IS NOT NULL)', [scheduleId, before]);
}

/** Runs under way when the program ended did not finish: says so, once, at start. */
export function interruptRuns(db: Connection, now: number): void {
  db.prepare(`UPDATE schedule_run SET state = 'interrupted', endedAt = ? WHERE state = 'running'`).run(now);
}
