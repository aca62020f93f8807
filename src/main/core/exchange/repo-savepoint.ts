import type { Writer } from '../store/writer.ts';

/** Does something inside the running transaction so that, if it throws, it leaves nothing behind: no record, and nothing in the journal. */
export function withinSavepoint<T>(db: Writer, work: () => T): T {
  db.run('SAVEPOINT import_row');
  try {
    const value = work();
    db.run('RELEASE import_row');
    return value;
  } catch (error) {
    db.run('ROLLBACK TO import_row');
    db.run('RELEASE import_row');
    throw error;
  }
}
