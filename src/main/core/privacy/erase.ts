import type { ErasedKind, RetentionKind } from '#contract/privacy.ts';
import { retentionKinds } from '#contract/privacy.ts';
import { countLetters, eraseLetters } from '../documents/erase-letters.ts';
import { clearExports } from '../files/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { forgetWords, refreshCards } from '../search/index.ts';
import type { Reader } from '../store/reader.ts';
import { erasure } from '../store/schema/index.ts';
import { eraseKinds, type Eraser } from './repo-erase.ts';
import { eraseJournal } from './repo-erase-journal.ts';
import { countDisclosures, countIdentities, countReasons, eraseDisclosures, eraseIdentities, eraseImports, eraseReasons, findImports, forgetTraces } from './repo-erase-rest.ts';
import { countRows } from './repo-kinds.ts';
import { readMerged, type Merged } from './repo-merged.ts';
import { isHeld } from './repo-holds.ts';
import { isStillHere } from './repo-standing.ts';
import type { Due, Plan } from './rules-retention.ts';

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
  refreshCards(ctx.db, who.map((one) => one.studentId));
  forgetWords(ctx.db);
  return { id, counts };
}

/** Students whose records go together: so few that nobody waits for the database longer than a moment. */
const batch = 50;

/** How many batches a plan has; the last also takes what no single student has. */
export const batchesOf = (plan: Plan): number => Math.max(1, Math.ceil(plan.due.length / batch));

/** Erases one batch of what a plan names, whole: from the tables, the journal and the search, with its lines in the register. Returns whose records went. */
export function carryOut(ctx: Erasing, plan: Plan, part: number, reason: string): readonly Due[] {
  const merged = readMerged(ctx.db);
  // Between two batches others write: a hold always wins, and who has come back is not due.
  const due = plan.due.slice(part * batch, (part + 1) * batch)
    .filter(({ studentId }) => !isHeld(ctx.db, studentId, plan.date) && !isStillHere(ctx.db, studentId, plan.date));
  const groups = byKinds(due).map(([kinds, students]) => ({ kinds, ids: idsOf(students.flatMap((studentId) => wholeOf(studentId, merged))) }));
  for (const { kinds, ids } of groups) eraseKinds({ db: ctx.db, stamp: ctx.stamp, ids }, kinds);
  for (const { studentId, counts } of due) {
    ctx.db.insert(erasure, { studentId, kind: 'retention', reason, counts: JSON.stringify(Object.fromEntries(counts)) });
  }
  if (part === batchesOf(plan) - 1) eraseImports({ db: ctx.db, stamp: ctx.stamp }, plan.imports);
  eraseJournal(ctx, groups, false);
  refreshCards(ctx.db, due.map(({ studentId }) => studentId));
  return due;
}

/** Students by the kinds that are due of them: those who left the same year have the same. */
function byKinds(due: readonly Due[]): [ReadonlySet<RetentionKind>, string[]][] {
  const groups = new Map<string, [ReadonlySet<RetentionKind>, string[]]>();
  for (const { studentId, counts } of due) {
    const key = [...counts.keys()].toSorted().join();
    const group = groups.get(key) ?? [new Set(counts.keys()), []];
    groups.set(key, group);
    group[1].push(studentId);
  }
  return [...groups.values()];
}
