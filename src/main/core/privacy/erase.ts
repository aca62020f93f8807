import type { ErasedKind, RetentionKind } from '#contract/privacy.ts';
import { retentionKinds } from '#contract/privacy.ts';
import { countLetters, eraseLetters } from '../documents/erase-letters.ts';
import { clearExports } from '../files/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { forgetWords } from '../search/index.ts';
import type { Reader } from '../store/reader.ts';
import { erasure } from '../store/schema/index.ts';
import { eraseKinds, type Eraser } from './repo-erase.ts';
import { eraseJournal } from './repo-erase-journal.ts';
import { countDisclosures, countIdentities, countReasons, eraseDisclosures, eraseIdentities, eraseImports, eraseReasons, findImports, forgetTraces } from './repo-erase-rest.ts';
import { countRows } from './repo-kinds.ts';
import { readMerged, type Merged } from './repo-merged.ts';
import type { Plan } from './rules-retention.ts';

/** A student together with the records that were merged into theirs. */
export function wholeOf(studentId: string, merged: readonly Merged[]): { studentId: string; owner: string }[] {
  return [studentId, ...merged.flatMap(({ winner, loser }) => (winner === studentId ? [loser] : []))].map((id) => ({ studentId: id, owner: studentId }));
}
const idsOf = (who: readonly { studentId: string }[]): string => JSON.stringify(who.map(({ studentId }) => studentId));

/** What an erasure on request would take of a student, by kind. */
export function countErasable(db: Reader, studentId: string): Map<ErasedKind, number> {
  const who = wholeOf(studentId, readMerged(db));
  const ids = idsOf(who);
  const counts = new Map<ErasedKind, number>(countRows(db, who, retentionKinds).get(studentId));
  for (const [kind, n] of [
    ['identity', countIdentities(db, ids)], ['places', countReasons(db, ids)], ['disclosures', countDisclosures(db, ids)], ['letters', countLetters(db, ids)],
    ['imports', findImports(db, ids).length],
  ] as const) counts.set(kind, n);
  return counts;
}

type Erasing = Pick<CommandContext, 'db' | 'stamp' | 'now'>;

/**
 * Erases for good whatever the school need not keep of a student, from the tables, the search, the files and the journal, and writes down
 * that it did. The caller has found that it may.
 */
export function eraseOnRequest(ctx: Erasing, studentId: string, reason: string): { id: string; counts: ReadonlyMap<ErasedKind, number> } {
  const who = wholeOf(studentId, readMerged(ctx.db));
  const eraser: Eraser = { db: ctx.db, stamp: ctx.stamp, ids: idsOf(who) };
  const counts = countErasable(ctx.db, studentId);
  const imports = findImports(ctx.db, eraser.ids);
  eraseLetters(ctx.db, ctx.stamp, eraser.ids);
  eraseDisclosures(eraser);
  eraseKinds(eraser, new Set(retentionKinds));
  eraseIdentities(eraser);
  eraseReasons(eraser);
  eraseImports(eraser, imports);
  forgetTraces(eraser);
  // Lists and archives that were made of the student are fetched at once or made again.
  clearExports(ctx.db, ctx.now + 1);
  eraseJournal(eraser, [{ ids: eraser.ids, kinds: new Set(retentionKinds) }], true);
  const id = ctx.db.insert(erasure, { studentId, kind: 'request', reason, counts: JSON.stringify(Object.fromEntries(counts)) });
  forgetWords(ctx.db, who.map((one) => one.studentId));
  return { id, counts };
}

/** Students whose records go together: small enough that a cancel is soon heard. */
const batch = 100;

/** Erases what a plan names and nothing else, a batch of students at a time. `onStudents` may throw, which takes all of it back. */
export function carryOut(ctx: Erasing, plan: Plan, reason: string, onStudents: (done: number, total: number) => void): void {
  const merged = readMerged(ctx.db);
  for (let start = 0; start < plan.due.length; start += batch) {
    onStudents(start, plan.due.length);
    for (const [kinds, students] of byKinds(plan.due.slice(start, start + batch))) {
      const who = students.flatMap((studentId) => wholeOf(studentId, merged));
      eraseKinds({ db: ctx.db, stamp: ctx.stamp, ids: idsOf(who) }, kinds);
    }
    for (const { studentId, counts } of plan.due.slice(start, start + batch)) {
      ctx.db.insert(erasure, { studentId, kind: 'retention', reason, counts: JSON.stringify(Object.fromEntries(counts)) });
    }
  }
  eraseImports({ db: ctx.db, stamp: ctx.stamp }, plan.imports);
  onStudents(plan.due.length, plan.due.length);
  eraseJournal(ctx, byKinds(plan.due).map(([kinds, students]) => ({ kinds, ids: idsOf(students.flatMap((studentId) => wholeOf(studentId, merged))) })), false);
  forgetWords(ctx.db, plan.due.map(({ studentId }) => studentId));
}

/** Students by the kinds that are due of them: those who left the same year have the same. */
function byKinds(due: Plan['due']): [ReadonlySet<RetentionKind>, string[]][] {
  const groups = new Map<string, [ReadonlySet<RetentionKind>, string[]]>();
  for (const { studentId, counts } of due) {
    const key = [...counts.keys()].toSorted().join();
    const group = groups.get(key) ?? [new Set(counts.keys()), []];
    groups.set(key, group);
    group[1].push(studentId);
  }
  return [...groups.values()];
}
