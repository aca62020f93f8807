import type { Job } from '#contract/office.ts';
import type { Reader } from '../store/reader.ts';
import type { Connection } from '../store/connection.ts';

/** A job's lasting record, without live progress. */
export interface JobRecord {
  id: string; userId: string; procedure: string; state: Job['state']; done: number; total: number;
  result: unknown; error: Job['error']; startedAt: number; endedAt: number | null;
}
interface Stored extends Omit<JobRecord, 'result' | 'error'> { result: string | null; error: string | null }

const parseStored = (row: Stored): JobRecord => ({
  ...row, result: JSON.parse(row.result ?? 'null') as unknown, error: JSON.parse(row.error ?? 'null') as Job['error'],
});

/** Reads a job of a user; any user's when `userId` is null. */
export function readJob(db: Reader, id: string, userId: string | null): JobRecord | undefined {
  const row = db.get<Stored>('SELECT * FROM job WHERE id = @id AND (@userId IS NULL OR userId = @userId)', { id, userId });
  return row && parseStored(row);
}

/** The latest jobs of a user. */
export function readJobs(db: Reader, userId: string): JobRecord[] {
  return db.all<Stored>('SELECT * FROM job WHERE userId = ? ORDER BY startedAt DESC LIMIT 50', [userId]).map(parseStored);
}

/** Writes a job's record: at its start and at its end. Jobs are no school records, so the journal does not follow them. */
export function saveJob(db: Connection, job: JobRecord): void {
  db.prepare(
    `INSERT INTO job (id, userId, procedure, state, done, total, result, error, startedAt, endedAt)
     VALUES (@id, @userId, @procedure, @state, @done, @total, @result, @error, @startedAt, @endedAt)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, done = excluded.done, total = excluded.total,
       result = excluded.result, error = excluded.error, endedAt = excluded.endedAt`,
  ).run({ ...job, result: JSON.stringify(job.result ?? null), error: JSON.stringify(job.error) });
}

/** Jobs that were running when the program ended did not finish: says so, once, at start. */
export function interruptJobs(db: Connection, now: number): void {
  db.prepare(`UPDATE job SET state = 'interrupted', endedAt = ? WHERE state = 'running'`).run(now);
}
