import { describe, expect, it } from 'vitest';
import { changedCells, fillDown, isScore, keyOf } from './rules-draft.ts';
import { shiftWeekday } from './rules-weekday.ts';

const category = { id: 'k', rev: 1, nameEl: 'Σ', nameEn: 'P', min: 1, max: 5, position: 1, archivedAt: null };
const students = [{ studentId: 'a', cells: [{ id: 'x', rev: 3, categoryId: 'k', score: 4, note: 'n' }] }, { studentId: 'b', cells: [] }, { studentId: 'c', cells: [] }];

describe('the grid of daily performance', () => {
  it('takes whole numbers of the category, or nothing', () => {
    expect(['', '1', ' 5 '].every((text) => isScore(text, category))).toBe(true);
    expect(['0', '6', '3.5', 'x', '-1'].some((text) => isScore(text, category))).toBe(false);
  });
  it('sends what differs, with what it was when it was looked at', () => {
    const draft = new Map([[keyOf('a', 'k'), ''], [keyOf('b', 'k'), '5'], [keyOf('c', 'k'), '']]);
    expect(changedCells(draft, students, [category])).toEqual([
      { studentId: 'a', categoryId: 'k', rev: 3, score: null, note: 'n' }, { studentId: 'b', categoryId: 'k', rev: null, score: 5, note: null },
    ]);
    expect(changedCells(new Map([[keyOf('a', 'k'), '4']]), students, [category])).toEqual([]);
  });
  it('fills empty cells below and leaves what is there', () => {
    expect([...fillDown(new Map([[keyOf('c', 'k'), '2']]), students, 'k', 0)]).toEqual([[keyOf('c', 'k'), '2'], [keyOf('b', 'k'), '4']]);
  });
  it('steps over weekends', () => {
    expect([shiftWeekday('2026-11-20', 1), shiftWeekday('2026-11-23', -1), shiftWeekday('2026-11-24', 1)]).toEqual(['2026-11-23', '2026-11-20', '2026-11-25']);
  });
});
