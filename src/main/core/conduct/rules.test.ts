import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOpen, groupScores, mergeTimeline, overdueBefore, planInvolved } from './rules-conduct.ts';

describe('how long an incident is open', () => {
  it('counts days to today, or to the day it was closed', () => {
    expect(daysOpen({ date: '2026-10-01', closedOn: null }, '2026-11-24')).toBe(54);
    expect(daysOpen({ date: '2026-10-01', closedOn: '2026-10-03' }, '2026-11-24')).toBe(2);
    expect(daysOpen({ date: '2026-12-01', closedOn: null }, '2026-11-24')).toBe(0);
  });
  it('is too long after more days than the school allows', () => {
    expect(overdueBefore('2026-11-24', 14)).toBe('2026-11-10');
  });
});

describe('those involved', () => {
  const person = fc.record({ studentId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), role: fc.constantFrom('involved', 'witness') });
  const unique = <T extends { studentId: string }>(arbitrary: fc.Arbitrary<T>) => fc.uniqueArray(arbitrary, { selector: ({ studentId }) => studentId, maxLength: 5 });
  it('become those named, and whoever is out of sight stays as they are', () => {
    fc.assert(fc.property(unique(fc.tuple(person, fc.integer({ min: 0, max: 1 })).map(([p, isVisible]) => ({ ...p, id: `row-${p.studentId}`, isVisible }))), unique(person), (known, wanted) => {
      const plan = planInvolved(known, wanted);
      const after = new Map<string, string>(known.filter(({ id }) => !plan.remove.includes(id)).map(({ id, studentId, role }) => [studentId, plan.change.find((change) => change.id === id)?.role ?? role]));
      for (const { studentId, role } of plan.add) after.set(studentId, role);
      const expected = new Map<string, string>([...wanted, ...known.filter(({ isVisible }) => isVisible === 0)].map(({ studentId, role }) => [studentId, role]));
      expect([...after].toSorted()).toEqual([...expected].toSorted());
    }));
  });
});

describe('a timeline', () => {
  const score = (id: string, date: string, sectionId: string | null) => ({ id, date, sectionId, courseEl: null, courseEn: null, nameEl: 'Σ', nameEn: 'P', score: 3, max: 5, note: null });
  it('takes the scores of one day in one section together', () => {
    const groups = groupScores([score('1', '2026-10-02', 's'), score('2', '2026-10-02', 's'), score('3', '2026-10-02', 't'), score('4', '2026-10-01', 's')]);
    expect(groups.map(({ id, performance }) => [id, performance?.scores.length])).toEqual([['1', 2], ['3', 1], ['4', 1]]);
  });
  it('is the same however its parts are ordered', () => {
    const entries = groupScores(Array.from({ length: 9 }, (_, i) => score(`${i}`, `2026-10-0${(i % 3) + 1}`, `${i}`)));
    fc.assert(fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(mergeTimeline([shuffled.slice(0, 4), shuffled.slice(4)], 5)).toEqual(mergeTimeline([entries], 5));
    }));
  });
});
