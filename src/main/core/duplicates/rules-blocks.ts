import { keysOf, scorePair, type Prepared, type Reason } from './rules-similarity.ts';

export interface FoundPair { a: number; b: number; score: number; reasons: Reason[] }

/** A key that this many share says nothing of any two of them; their other keys still bring them together. */
const largestBlock = 500;

/** People by the keys that they share: each block holds positions in the list, two or more. */
export function blocksOf(people: readonly Prepared[]): number[][] {
  const blocks = new Map<string, number[]>();
  people.forEach((person, position) => {
    for (const key of keysOf(person)) {
      const block = blocks.get(key);
      if (block) block.push(position);
      else blocks.set(key, [position]);
    }
  });
  return [...blocks.values()].filter(({ length }) => length > 1 && length <= largestBlock);
}

/** Compares everybody within a block with everybody else, each two once over all blocks (`seen` remembers). */
export function comparePairs(people: readonly Prepared[], block: readonly number[], seen: Set<number>): FoundPair[] {
  const found: FoundPair[] = [];
  block.forEach((a, at) => {
    for (const b of block.slice(at + 1)) {
      const key = a * people.length + b;
      if (seen.has(key)) continue;
      seen.add(key);
      const one = people[a], two = people[b];
      const likely = one && two && one.personId !== two.personId ? scorePair(one, two) : null;
      if (likely) found.push({ a, b, ...likely });
    }
  });
  return found;
}
