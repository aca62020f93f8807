import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisions, outcomes } from '#contract/rollover.ts';
import { defaultRules } from './rollover-rules.ts';
import { countLoads, countOutcomes, findOverfull, totalOf } from './rules-counts.ts';
import { applyOverride, decide, generalMean, type CourseGrade, type StudentFacts, type YearFacts } from './rules-decide.ts';
import { gradeOn, nestTerms, roundTo, yearGrade } from './rules-grades.ts';
import { moveDivision, nextYearDay, nextYearLabel, shiftTerms } from './rules-year.ts';

const rules = { ...defaultRules, levels: ['Α', 'Β', 'Γ'] };
const names = (count: number) => Array.from({ length: count }, (_, i) => ({ nameEl: `Μάθημα ${i}`, nameEn: `Course ${i}` }));
const year: YearFacts = { rules, endDate: '2027-06-15', today: '2027-07-01', courses: names(20), terms: names(3), limitOf: () => ({ hours: 114, counts: 'all' }) };
const grades = (...values: (number | null)[]): CourseGrade[] =>
  values.map((value, course) => ({ course, share: value === null ? null : value / 20, passes: value !== null && value >= 9.5, missingTerms: value === null ? [1] : [] }));
const student = (more: Partial<StudentFacts> = {}): StudentFacts => ({
  level: 'Α', division: 'Α2', lastAttendedDate: null, exitCode: null, isArchived: false, isEnrolledNext: false, courses: grades(12, 14, 9), absentHours: 20, unexcusedHours: 5, ...more,
});

describe('a student at the end of the year', () => {
  it('goes on with a general mean that reaches the pass mark, to the same division of the next level', () => {
    expect(decide(student(), year)).toEqual({ outcome: 'promote', toLevel: 'Β', toDivision: 'Β2', reasons: [{ key: 'mean', params: { mean: 11.7, failing: 1 } }] });
    expect(decide(student({ courses: grades(9.5, 9.5) }), year).outcome).toBe('promote');
  });
  it('repeats below it, in the same division', () => {
    expect(decide(student({ courses: grades(9.4, 9.4) }), year)).toMatchObject({ outcome: 'retain', toLevel: 'Α', toDivision: 'Α2', reasons: [{ key: 'meanTooLow', params: { mean: 9.4, needed: 9.5 } }] });
  });
  it('repeats with more failing courses than the school allows, whatever the mean', () => {
    const strict = { ...year, rules: { ...rules, maxFailing: 1 } };
    expect(decide(student({ courses: grades(20, 9, 8) }), strict)).toMatchObject({ outcome: 'retain', reasons: [{ key: 'tooManyFailing', params: { failing: 2, allowed: 1 } }] });
  });
  it('repeats with more absences than the limit, also where grades are missing', () => {
    expect(decide(student({ absentHours: 115, courses: grades(null) }), year)).toMatchObject({ outcome: 'retain', reasons: [{ key: 'absences', params: { hours: 115, limit: 114 } }] });
    expect(decide(student({ absentHours: 114 }), year).outcome).toBe('promote');
    expect(decide(student({ absentHours: 500 }), { ...year, rules: { ...rules, absenceLimit: false } }).outcome).toBe('promote');
  });
  it('graduates from the last level', () => {
    expect(decide(student({ level: 'Γ', division: 'Γ1' }), year)).toMatchObject({ outcome: 'graduate', toLevel: null, toDivision: null });
  });
  it('cannot be decided about without grades, level or the end of the year, and it says which', () => {
    expect(decide(student({ courses: grades(12, null) }), year)).toMatchObject({
      outcome: 'undecided', reasons: [{ key: 'gradesMissing', params: { count: 1, coursesEl: 'Μάθημα 1', termsEn: 'Course 1' } }],
    });
    expect(decide(student({ courses: [] }), year).reasons).toEqual([{ key: 'noCourses', params: {} }]);
    expect(decide(student({ level: 'Δ' }), { ...year, today: '2027-06-01' }).reasons.map(({ key }) => key)).toEqual(['unknownLevel', 'yearNotOver']);
    expect(decide(student({ courses: grades(null) }), { ...year, today: '2027-06-01' }).reasons.map(({ key }) => key)).toEqual(['yearNotOver', 'gradesMissing']);
    expect(decide(student({ level: ' ' }), year).reasons).toEqual([{ key: 'noLevel', params: {} }]);
  });
  it('is left alone who has left, graduated, or is enrolled in the next year', () => {
    expect(decide(student({ lastAttendedDate: '2027-02-01', exitCode: 'transferred' }), year).outcome).toBe('left');
    expect(decide(student({ lastAttendedDate: '2027-06-15', exitCode: 'graduated' }), year).outcome).toBe('left');
    expect(decide(student({ isEnrolledNext: true }), year).outcome).toBe('alreadyEnrolled');
    expect(decide(student({ lastAttendedDate: '2027-06-15', exitCode: 'promoted' }), year).outcome).toBe('promote');
  });
  it('is where the registrar says, with the reason given, but never enrolled twice', () => {
    const ruled = decide(student(), year);
    const override = { decision: 'retain', level: null, division: null, reason: 'Αίτημα γονέα' } as const;
    expect(applyOverride(ruled, student(), rules, override)).toEqual({ outcome: 'retain', toLevel: 'Α', toDivision: 'Α2', reasons: [{ key: 'overridden', params: { reason: 'Αίτημα γονέα' } }] });
    expect(applyOverride(ruled, student(), rules, { ...override, decision: 'promote', division: 'Β7' })).toMatchObject({ toLevel: 'Β', toDivision: 'Β7' });
    const enrolled = decide(student({ isEnrolledNext: true }), year);
    expect(applyOverride(enrolled, student(), rules, override)).toBe(enrolled);
  });
});

describe('the laws of a simulation', () => {
  const share = fc.option(fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 200), { nil: null });
  const anyStudent = fc.record({
    level: fc.constantFrom('Α', 'Β', 'Γ', 'Δ', ''), division: fc.constantFrom('Α1', 'Β1', null), lastAttendedDate: fc.constantFrom(null, '2027-01-10', '2027-06-15'),
    exitCode: fc.constantFrom(null, 'promoted', 'withdrawn', 'graduated'), isArchived: fc.boolean(), isEnrolledNext: fc.boolean(),
    courses: fc.array(fc.record({ course: fc.nat(19), share, passes: fc.boolean(), missingTerms: fc.constant([1]) }), { maxLength: 14 }),
    absentHours: fc.integer({ min: 0, max: 300 }), unexcusedHours: fc.integer({ min: 0, max: 300 }),
  });
  const anyOverride = fc.option(fc.record({ decision: fc.constantFrom(...decisions), level: fc.constantFrom(null, 'Β'), division: fc.constantFrom(null, 'Β9'), reason: fc.constant('x') }), { nil: undefined });

  it('every student gets exactly one outcome with a reason, and nobody is lost', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyStudent, anyOverride), { maxLength: 40 }), (students) => {
      const decided = students.map(([facts, override]) => applyOverride(decide(facts, year), facts, rules, override));
      for (const { outcome, reasons, toLevel } of decided) {
        expect(outcomes).toContain(outcome);
        expect(reasons.length).toBeGreaterThan(0);
        expect(toLevel !== null).toBe(outcome === 'promote' || outcome === 'retain');
      }
      expect(totalOf(countOutcomes(decided))).toBe(students.length);
    }));
  });
  it('the order of courses never matters, and the same facts come to the same', () => {
    fc.assert(fc.property(anyStudent, (facts) => {
      const turned = { ...facts, courses: facts.courses.toReversed() };
      const { outcome, toLevel, toDivision } = decide(facts, year);
      expect(decide(turned, year)).toMatchObject({ outcome, toLevel, toDivision });
      expect(generalMean(turned.courses, 20)).toBe(generalMean(facts.courses, 20));
      expect(decide(facts, year)).toEqual(decide(facts, year));
    }));
  });
  it('a better grade never turns promotion into repeating', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 14 }), fc.nat(13), (tenths, at) => {
      const better = tenths.map((value, i) => (i === at % tenths.length ? Math.min(200, value + 20) : value));
      const outcomeOf = (list: number[]) => decide(student({ courses: grades(...list.map((value) => value / 10)) }), year).outcome;
      if (outcomeOf(tenths) === 'promote') expect(outcomeOf(better)).toBe('promote');
    }));
  });
});

describe('a grade of the year', () => {
  const semesters = nestTerms([{ index: 0, id: 'a', parentId: null, weight: 1 }, { index: 1, id: 'b', parentId: null, weight: 1 }]);
  it('is the weighted mean of its terms, and missing while one of them is', () => {
    expect(yearGrade(semesters, new Map([[0, 0.5], [1, 0.7]]), null).share).toBeCloseTo(0.6, 9);
    expect(yearGrade(semesters, new Map([[0, 0.5]]), null)).toEqual({ share: null, missing: [1] });
  });
  it('needs only the terms in which the course is taught', () => {
    expect(yearGrade(semesters, new Map([[0, 0.5]]), new Set([0]))).toEqual({ share: 0.5, missing: [] });
  });
  it('is what was posted for the whole year, where that was', () => {
    const nested = nestTerms([{ index: 0, id: 'y', parentId: null, weight: 1 }, { index: 1, id: 'a', parentId: 'y', weight: 1 }, { index: 2, id: 'b', parentId: 'y', weight: 3 }]);
    expect(yearGrade(nested, new Map([[0, 0.9], [1, 0.1]]), null).share).toBe(0.9);
    expect(yearGrade(nested, new Map([[1, 0.4], [2, 0.8]]), null).share).toBeCloseTo(0.7, 9);
  });
  it('is rounded half up to the step of its scale, and passes on that scale', () => {
    expect(roundTo(9.45, 0.1)).toBe(9.5);
    expect(gradeOn({ min: 0, max: 20, step: 0.1, passMark: 9.5 }, 9.45 / 20)).toMatchObject({ value: 9.5, passes: true });
    expect(gradeOn({ min: 0, max: 100, step: 1, passMark: 50 }, 0.494)).toMatchObject({ value: 49, passes: false });
  });
});

describe('the next year', () => {
  it('has the dates and the label that follow', () => {
    expect([nextYearDay('2026-09-11'), nextYearDay('2028-02-29')]).toEqual(['2027-09-11', '2029-02-28']);
    expect(['2026-27', '2099-00', '2026-2027', '2026'].map(nextYearLabel)).toEqual(['2027-28', '2100-01', '2027-2028', '2027']);
  });
  it('nests its terms as the old ones were', () => {
    let next = 0;
    const old = [{ id: 'y', parentId: null, startDate: '2026-09-11', endDate: '2027-06-15', postingOpens: null, postingCloses: null },
      { id: 'a', parentId: 'y', startDate: '2026-09-11', endDate: '2027-01-20', postingOpens: '2027-01-10', postingCloses: null }];
    const [root, child] = shiftTerms(old, () => `n${(next += 1)}`);
    expect(child).toMatchObject({ parentId: root?.id, endDate: '2028-01-20', postingOpens: '2028-01-10', postingCloses: null });
  });
  it('keeps the number of a division', () => {
    expect([moveDivision('Α2', 'Α', 'Β'), moveDivision('2', 'Α', 'Β'), moveDivision(null, 'Α', 'Β')]).toEqual(['Β2', '2', null]);
  });
  it('says which divisions would hold too many, those seated already counted', () => {
    const two = [1, 2].map(() => ({ outcome: 'promote' as const, toLevel: 'Β', toDivision: 'Β1', reasons: [] }));
    expect(findOverfull(countLoads(two), new Map([['Β\tΒ1', 26]]), () => 27)).toEqual([{ level: 'Β', division: 'Β1', students: 28, capacity: 27 }]);
    expect(findOverfull(countLoads(two), new Map(), () => null)).toEqual([]);
  });
});
