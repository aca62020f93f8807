import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermDetails } from '#contract/academics.ts';
import { addDays, datesBetween, isSchoolDay, schoolDaysOf, weekdayOf } from './rules-calendar.ts';
import { greekHolidays, orthodoxEaster } from './rules-holidays.ts';
import { levelOf, sectionCode } from './rules-sections.ts';
import { findTermProblem, findYearProblem, shareDay, type StandingTerm } from './rules-terms.ts';
import { findClashes, meetAtOnce, type Lesson, type Place } from './rules-timetable.ts';

const year = { startDate: '2026-09-11', endDate: '2027-06-15' };
const term = (more: Partial<TermDetails & { id: string | null }> = {}): TermDetails & { id: string | null } => ({
  id: null, yearId: 'y', parentId: null, type: 'term', nameEl: 'Α΄', nameEn: 'A', startDate: '2026-09-11', endDate: '2027-01-20', weight: 1, postingOpens: null, postingCloses: null, ...more,
});
const standing = (more: Partial<StandingTerm> & { id: string }): StandingTerm => ({ ...term(), ...more });
const day = fc.integer({ min: 0, max: 277 }).map((days) => addDays(year.startDate, days));

describe('a term', () => {
  it('lies inside its year, and inside its parent', () => {
    expect(findTermProblem(term({ startDate: '2026-09-10' }), year, [])).toMatchObject({ field: 'startDate', messageKey: 'outsideYear' });
    expect(findTermProblem(term({ endDate: '2027-06-16' }), year, [])).toMatchObject({ field: 'endDate', messageKey: 'outsideYear' });
    const semester = standing({ id: 's', type: 'semester', endDate: '2026-12-20' });
    expect(findTermProblem(term({ parentId: 's' }), year, [semester])).toMatchObject({ messageKey: 'outsideTerm' });
    expect(findTermProblem(term({ parentId: 's', endDate: '2026-12-20' }), year, [semester])).toBeNull();
  });

  it('stands under a wider kind only, and never under itself', () => {
    expect(findTermProblem(term({ parentId: 'e' }), year, [standing({ id: 'e', type: 'exam' })])).toMatchObject({ field: 'parentId', messageKey: 'termParentKind' });
    expect(findTermProblem(term({ id: 'a', parentId: 'a' }), year, [standing({ id: 'a' })])).toMatchObject({ messageKey: 'termParentKind' });
  });

  it('cannot shrink away from its parts, nor take grades before it begins', () => {
    const part = standing({ id: 'p', parentId: 'a', type: 'gradingPeriod', startDate: '2026-12-01', endDate: '2027-01-20' });
    expect(findTermProblem(term({ id: 'a', endDate: '2026-12-20' }), year, [standing({ id: 'a' }), part])).toMatchObject({ messageKey: 'termLeavesPart' });
    expect(findTermProblem(term({ postingOpens: '2026-09-10' }), year, [])).toMatchObject({ field: 'postingOpens', messageKey: 'postingBeforeTerm' });
  });

  it('never overlaps a sibling of its kind, whatever the order in which they are entered', () => {
    fc.assert(fc.property(fc.array(fc.tuple(day, day), { maxLength: 12 }), (spans) => {
      const accepted: StandingTerm[] = [];
      for (const [i, [a, b]] of spans.entries()) {
        const draft = term({ startDate: a < b ? a : b, endDate: a < b ? b : a });
        if (findTermProblem(draft, year, accepted) === null) accepted.push({ ...draft, id: String(i) });
      }
      for (const one of accepted) for (const other of accepted) if (one !== other) expect(shareDay(one, other)).toBe(false);
    }));
  });
});

describe('a year', () => {
  it('shares no day with another and keeps its terms inside', () => {
    const other = { id: 'b', label: '2025-26', startDate: '2025-09-11', endDate: '2026-09-11' };
    expect(findYearProblem({ id: null, ...year }, [other], [])).toMatchObject({ messageKey: 'yearOverlaps', params: { year: '2025-26' } });
    expect(findYearProblem({ id: 'a', ...year }, [{ id: 'a', label: '', ...year }], [standing({ id: 't', endDate: '2027-06-20' })])).toMatchObject({ messageKey: 'termLeavesPart' });
  });
});

describe('the calendar', () => {
  it('has lessons Monday to Friday but for what it marks', () => {
    const marked = new Map([['2026-10-28', { isSchoolDay: false }], ['2026-10-31', { isSchoolDay: true }]]);
    expect(isSchoolDay('2026-10-28', marked)).toBe(false);
    expect(isSchoolDay('2026-10-31', marked)).toBe(true);
    expect(schoolDaysOf('2026-10-26', '2026-11-01', marked)).toEqual(['2026-10-26', '2026-10-27', '2026-10-29', '2026-10-30', '2026-10-31']);
  });

  it.each([[2024, '2024-05-05'], [2025, '2025-04-20'], [2026, '2026-04-12'], [2027, '2027-05-02'], [2028, '2028-04-16'], [2038, '2038-04-25']])('knows the Orthodox Easter of %i', (of, date) => {
    expect(orthodoxEaster(of)).toBe(date);
  });

  it('always has Easter on a Sunday between 4 April and 8 May', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2099 }), (of) => {
      const sunday = orthodoxEaster(of);
      return weekdayOf(sunday) === 7 && sunday.slice(5) >= '04-04' && sunday.slice(5) <= '05-08';
    }));
  });

  it('proposes the holidays of a Greek school year, each weekday once and in order', () => {
    const days = greekHolidays(year.startDate, year.endDate);
    const dates = days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates).toEqual(expect.arrayContaining(['2026-10-28', '2026-11-17', '2026-12-24', '2027-01-07', '2027-03-15', '2027-03-25', '2027-04-26', '2027-05-07']));
    expect(dates.filter((date) => weekdayOf(date) > 5)).toEqual([]);
    expect(dates).not.toContain('2027-01-30'); // a Saturday
  });
});

describe('the code of a section', () => {
  it('is the course without its level and the division, and is never taken', () => {
    const course = { id: 'c', code: 'ΑΛΓ-Α', level: 'Α' };
    expect(sectionCode(course, 'Α1', new Set())).toBe('ΑΛΓ-Α1');
    expect(sectionCode(course, 'Α1', new Set(['ΑΛΓ-Α1']))).toBe('ΑΛΓ-Α1 (2)');
    expect(levelOf({ id: 'c', code: 'ΑΛΓ-Α', level: null })).toBe('Α');
    expect(levelOf({ id: 'c', code: 'MATH101', level: null })).toBeNull();
  });
});

describe('clashes', () => {
  const lesson = (meetingId: string, sectionId: string, more: Partial<Lesson> = {}): Lesson => ({ meetingId, sectionId, weekday: 1, startTime: '08:15', endTime: '09:00', room: null, ...more });
  const place = (who: string, sectionId: string, startDate = '2026-09-11', endDate: string | null = null): Place => ({ who, sectionId, startDate, endDate });
  const allYear = () => [year];

  it('are of a teacher, a room or students in two lessons at once', () => {
    const lessons = [lesson('1', 'a', { room: '101' }), lesson('2', 'b', { room: '101', startTime: '08:30', endTime: '09:15' })];
    const found = findClashes(lessons, [place('t', 'a'), place('t', 'b')], [place('s', 'a'), place('s', 'b'), place('u', 'a')], allYear);
    expect(found.map(({ kind, who }) => [kind, who])).toEqual([['teacher', ['t']], ['room', ['101']], ['student', ['s']]]);
  });

  it('are none when one lesson ends as the other begins, when the terms do not meet, or when somebody has moved', () => {
    const next = [lesson('1', 'a'), lesson('2', 'b', { startTime: '09:00', endTime: '09:45' })];
    expect(findClashes(next, [place('t', 'a'), place('t', 'b')], [], allYear)).toEqual([]);
    const same = [lesson('1', 'a'), lesson('2', 'b')];
    const terms = (id: string) => (id === 'a' ? [{ startDate: '2026-09-11', endDate: '2027-01-20' }] : [{ startDate: '2027-01-21', endDate: '2027-06-15' }]);
    expect(findClashes(same, [place('t', 'a'), place('t', 'b')], [], terms)).toEqual([]);
    expect(findClashes(same, [], [place('s', 'a', '2026-09-11', '2026-10-04'), place('s', 'b', '2026-10-05')], allYear)).toEqual([]);
  });

  it('are what looking at each pair of lessons and each person finds', () => {
    const time = fc.constantFrom(['08:15', '09:00'], ['08:30', '09:15'], ['09:05', '09:50']);
    const lessonOf = fc.record({ section: fc.integer({ min: 0, max: 3 }), weekday: fc.integer({ min: 1, max: 2 }), time, room: fc.constantFrom(null, '101', '102') });
    const placeOf = fc.record({ who: fc.constantFrom('p', 'q', 'r'), section: fc.integer({ min: 0, max: 3 }), from: fc.constantFrom('2026-09-11', '2026-11-01'), to: fc.constantFrom(null, '2026-10-31') });
    fc.assert(fc.property(fc.array(lessonOf, { maxLength: 8 }), fc.array(placeOf, { maxLength: 8 }), (drafts, people) => {
      const lessons = drafts.map(({ section, weekday, time: [startTime = '', endTime = ''], room }, i) => lesson(String(i), String(section), { weekday, startTime, endTime, room }));
      const places = people.map(({ who, section, from, to }) => place(who, String(section), from, to !== null && to < from ? from : to));
      const expected = new Set<string>();
      for (const [i, a] of lessons.entries()) for (const b of lessons.slice(i + 1)) {
        if (!meetAtOnce(a, b)) continue;
        if (a.room !== null && a.room === b.room) expected.add(`room ${a.meetingId} ${b.meetingId}`);
        for (const one of places) for (const other of places) {
          const meet = one.who === other.who && one.sectionId === a.sectionId && other.sectionId === b.sectionId && shareDay({ startDate: one.startDate, endDate: one.endDate ?? '9999' }, { startDate: other.startDate, endDate: other.endDate ?? '9999' });
          if (meet) expected.add(`student ${a.meetingId} ${b.meetingId}`);
        }
      }
      expect(new Set(findClashes(lessons, [], places, allYear).map(({ kind, a, b }) => `${kind} ${a.meetingId} ${b.meetingId}`))).toEqual(expected);
    }));
  });

  it('cover every day of a range once', () => {
    expect(datesBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  });
});
