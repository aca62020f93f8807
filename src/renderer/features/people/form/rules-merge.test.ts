import { expect, it } from 'vitest';
import { compareEdits, mergeEdits } from './rules-merge.ts';

const fields = ['a', 'b', 'c', 'd', 'e'] as const;
const base = { a: '1', b: '1', c: '1', d: '1', e: null };
const mine = { a: '1', b: '2', c: '2', d: '2', e: null };
const theirs = { a: '3', b: '1', c: '3', d: '2', e: null };

it('tells who changed what; the same change twice is no clash', () => {
  expect(compareEdits(fields, base, mine, theirs)).toEqual({ theirs: ['a'], mine: ['b'], clashes: ['c'] });
});

it('keeps every change of both, and the chosen side of a clash', () => {
  const comparison = compareEdits(fields, base, mine, theirs);
  expect(mergeEdits(comparison, mine, theirs, new Set(['c']))).toEqual({ a: '3', b: '2', c: '2', d: '2', e: null });
  expect(mergeEdits(comparison, mine, theirs, new Set())).toEqual({ a: '3', b: '2', c: '3', d: '2', e: null });
});
