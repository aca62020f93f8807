import { readSchoolId } from '../settings/index.ts';
import type { Writer } from '../store/writer.ts';
import { readFacts } from './repo-facts.ts';
import { readRemovedStay, readTouchedStays, type TouchedStay } from './repo-touched.ts';
import { carryOut } from './repo-write.ts';
import { followStay } from './rules-follow.ts';
import type { Stay } from './rules-model.ts';

const batch = 500;

/**
 * Lets divisions and places in classes follow every stay that an open change set has touched: dialogs, imports, rollovers and undo write
 * the stay, and this is the one place that keeps the rest true. Called for every command before it is sealed.
 */
export function keepInStep(db: Writer, changeSetId: number, today: string): void {
  const touched = readTouchedStays(db, changeSetId);
  if (touched.length === 0) return;
  const orgId = readSchoolId(db);
  for (let start = 0; start < touched.length; start += batch) {
    const chunk = touched.slice(start, start + batch);
    const facts = readFacts(db, [...new Set(chunk.map(({ studentId }) => studentId))]);
    for (const one of chunk) {
      const own = facts.get(one.studentId);
      if (!own) continue;
      const after = own.stays.find(({ id }) => id === one.id) ?? null;
      const removed = one.isRemoved && one.before !== null ? readRemovedStay(db, one.id) ?? null : null;
      carryOut(db, own, orgId, followStay(own, { before: after && before(one, after), after, removed }, today));
    }
  }
}

/** The stay as it was: its present values, with those that were changed put back. */
function before({ before: image }: TouchedStay, after: Stay): Stay | null {
  // A stay that comes back from removal brings back what it had; nothing of it follows an edit.
  return image === null ? null : { ...after, ...(image as Partial<Stay>) };
}
