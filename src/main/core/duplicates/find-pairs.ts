import { setImmediate } from 'node:timers/promises';
import type { QueryContext } from '../kernel/context.ts';
import { pairOf, readCandidates, readDismissed, type StoredPair } from './repo-pairs.ts';
import { blocksOf, comparePairs } from './rules-blocks.ts';
import { prepare } from './rules-similarity.ts';

/** More than these nobody looks through; the likeliest are kept. */
const mostPairs = 5_000;
const blocksPerStep = 2_000;

/** Looks through everybody for two records of one person. Lets a cancel in every few milliseconds. */
export async function findPairs(ctx: QueryContext): Promise<{ people: number; pairs: StoredPair[] }> {
  const dismissed = readDismissed(ctx.db);
  const candidates = readCandidates(ctx.db);
  const pairs: StoredPair[] = [];
  const kinds = ['student', 'guardian'] as const;
  const prepared = kinds.map((kind) => ({ kind, people: candidates[kind].map((person) => prepare(person)) }));
  const work = prepared.map(({ kind, people }) => ({ kind, people, blocks: blocksOf(people) }));
  const total = work.reduce((sum, { blocks }) => sum + blocks.length, 0);
  let done = 0;
  for (const { kind, people, blocks } of work) {
    const seen = new Set<number>();
    for (let start = 0; start < blocks.length; start += blocksPerStep) {
      ctx.progress(done, total);
      await setImmediate();
      ctx.checkCancelled();
      for (const block of blocks.slice(start, start + blocksPerStep)) {
        for (const { a, b, score, reasons } of comparePairs(people, block, seen)) {
          const [personA, personB] = pairOf(people[a]?.personId ?? '', people[b]?.personId ?? '');
          if (!dismissed.has(`${personA} ${personB}`)) pairs.push({ kind, personA, personB, score, reasons });
        }
        done += 1;
      }
    }
  }
  ctx.progress(total, total);
  return { people: candidates.student.length + candidates.guardian.length, pairs: pairs.toSorted((a, b) => b.score - a.score).slice(0, mostPairs) };
}
