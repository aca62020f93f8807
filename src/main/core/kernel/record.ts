import { refuseClosedYears } from '../academics/closed-years.ts';
import { refuseLosingAdministrator } from '../access/keep-administrator.ts';
import { keepInStep } from '../enrolment/index.ts';
import { nextChangeSetId, openChangeSet, sealChangeSet, type ChangeSetHead } from '../journal/change-set.ts';
import { refreshSearch } from '../search/repo-index.ts';
import { createWriter, type Stamp, type Writer } from '../store/writer.ts';
import { localDate } from './dates.ts';
import type { Environment } from './environment.ts';

/** What one recorded write left: its value, and the change set unless it touched no record. */
export interface Recorded<T> { value: T; changeSetId: number | null; entities: string[] }

/** Runs a write in one transaction with one change set: opened first, sealed last; in between divisions and places follow the stays, closed years are kept shut and search is brought up to date; nothing may leave the school without an administrator. */
export function record<T>(env: Environment, head: Omit<ChangeSetHead, 'reason' | 'undoes'>, write: (db: Writer, stamp: Stamp) => T): Recorded<T> {
  return env.transaction(() => {
    const id = nextChangeSetId(env.reader);
    const stamp: Stamp = { changeSetId: id, userId: head.actorId, now: head.at };
    const db = createWriter(env.prepare, stamp);
    openChangeSet(db, id, { ...head, reason: null, undoes: null });
    const value = write(db, stamp);
    keepInStep(db, id, localDate(head.at));
    refuseClosedYears(db, id);
    refreshSearch(db, id);
    const { rows, entities } = sealChangeSet(db, id);
    refuseLosingAdministrator(db, entities, localDate(head.at));
    return { value, changeSetId: rows > 0 ? id : null, entities };
  });
}
