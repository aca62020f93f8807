import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayValue, settleDay, type Day, type Hour, type Measures } from './rules-day.ts';
import { planExcuse } from './rules-excuse.ts';
import { effectiveMark, outcomeOf, type CodeRule, type RuledMark } from './rules-marks.ts';
import { findObstacle, isSchoolDay } from './rules-school-days.ts';
import { planStep, type Entry } from './rules-take.ts';
import { addUp, holdAgainst, limitsFor } from './rules-totals.ts';
import { divisionOn } from './rules-year.ts';

const measures: Measures = { lessonHours: 7, dayMinutes: 315, fullDayMinutes: 270, halfDayMinutes: 135 };
const code = (more: Partial<CodeRule> = {}): CodeRule => ({ presence: 'present', excused: false, tardy: false, fraction: 1, countsMembership: true, ...more });
const present = code(), late = code({ tardy: true }), partial = code({ presence: 'partial', fraction: 0.5 });
const unexcused = code({ presence: 'absent', fraction: 0 }), excused = code({ presence: 'absent', fraction: 0, excused: true });
const notExpected = code({ presence: 'notExpected', fraction: 0, countsMembership: false });
const mark = (rule: CodeRule, source: RuledMark['source'] = 'teacher', minutes: number | null = null): RuledMark => ({ source, code: rule, minutes });
const whole = (...marks: RuledMark[]): Day => ({ isTaken: true, marks, hours: [], isPlanned: false });
const hour = (isTaken: boolean, ...marks: RuledMark[]): Hour => ({ minutes: 45, isTaken, marks });

const anyCode = fc.constantFrom(present, late, partial, unexcused, excused, notExpected);
const anyMark = fc.record({ source: fc.constantFrom('teacher' as const, 'office' as const), code: anyCode, minutes: fc.option(fc.integer({ min: 1, max: 60 })) });
const anyHour = fc.record({ minutes: fc.constantFrom(40, 45), isTaken: fc.boolean(), marks: fc.array(anyMark, { maxLength: 2 }) });
const anyDay = fc.record({ isTaken: fc.boolean(), marks: fc.array(anyMark, { maxLength: 2 }), hours: fc.array(anyHour, { maxLength: 8 }), isPlanned: fc.boolean() });

describe('the mark in force', () => {
  it('is the office\'s wherever there is one, in whatever order they were written', () => {
    fc.assert(fc.property(fc.array(anyMark, { minLength: 1 }), (marks) => {
      const inForce = effectiveMark(marks)?.source;
      expect(inForce).toBe(marks.some(({ source }) => source === 'office') ? 'office' : 'teacher');
      expect(effectiveMark(marks.toReversed())?.source).toBe(inForce);
    }));
  });

  it('for the day, when the office gave it, wins over a teacher\'s for an hour, but not over the office\'s own for that hour', () => {
    const day = (own: RuledMark): Day => ({ isTaken: false, marks: [mark(excused, 'office')], hours: [hour(true, own)], isPlanned: true });
    expect(settleDay(day(mark(unexcused)), measures).state).toBe('excused');
    expect(settleDay(day(mark(unexcused, 'office')), measures).state).toBe('absent');
  });
});

describe('a day', () => {
  it('that nobody took is neither present nor absent: it counts on no side and costs no hours', () => {
    const result = settleDay({ isTaken: false, marks: [], hours: [hour(false), hour(false)], isPlanned: true }, measures);
    expect(result).toMatchObject({ state: 'unknown', value: null, hoursExcused: 0, hoursUnexcused: 0, hoursUnknown: 2 });
    expect(addUp([result])).toMatchObject({ membership: 0, rate: null, daysUnknown: 1, daysPresent: 0, daysAbsent: 0 });
  });

  it('taken without a mark was present', () => expect(settleDay(whole(), measures)).toMatchObject({ state: 'present', value: 1 }));
  it('late is present, however many minutes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 315 }), (minutes) => {
      expect(settleDay(whole(mark(late, 'teacher', minutes)), measures)).toMatchObject({ state: 'late', value: 1, hoursUnexcused: 0, isLate: true });
    }));
  });
  it('absent costs the lesson hours of that day: those of the timetable, or the school\'s usual number', () => {
    expect(settleDay(whole(mark(unexcused)), measures)).toMatchObject({ state: 'absent', value: 0, hoursUnexcused: 7 });
    expect(settleDay({ ...whole(mark(unexcused)), hours: Array.from({ length: 6 }, () => hour(false)), isPlanned: true }, measures).hoursUnexcused).toBe(6);
  });
  it('absent costs the usual hours also where one lesson of it was taken by itself and the timetable is silent', () => {
    expect(settleDay({ ...whole(mark(unexcused)), hours: [hour(true, mark(unexcused))] }, measures).hoursUnexcused).toBe(7);
  });
  it('absent for some hours is worth what the minutes present reach: one, a half, nothing', () => {
    const missing = (lessons: number) => settleDay({ isTaken: false, marks: [], hours: Array.from({ length: 7 }, (_unused, i) => (i < lessons ? hour(true, mark(unexcused)) : hour(true))), isPlanned: true }, measures);
    expect([0, 1, 2, 4, 5, 7].map((lessons) => missing(lessons).value)).toEqual([1, 1, 0.5, 0.5, 0, 0]);
    expect(missing(3).hoursUnexcused).toBe(3);
  });
  it('with hours that were not taken leaves these out on both sides', () => {
    const result = settleDay({ isTaken: false, marks: [], hours: [hour(true), hour(true), hour(false), hour(false)], isPlanned: true }, measures);
    expect(result).toMatchObject({ state: 'present', value: 1, hoursUnknown: 2, hoursUnexcused: 0 });
  });
  it('excused or not expected never lowers attendance', () => {
    const days = [settleDay(whole(), measures), settleDay(whole(mark(excused, 'office')), measures), settleDay(whole(mark(notExpected)), measures)];
    expect(addUp(days)).toMatchObject({ membership: 1, rate: 1, daysExcused: 1, hoursExcused: 7, hoursUnexcused: 0 });
  });
  it('has a value of 1, a half or 0, or none; and never more hours than lessons', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const result = settleDay(day, measures);
      expect([null, 0, 0.5, 1]).toContain(result.value);
      expect(result.hoursExcused + result.hoursUnexcused + result.hoursUnknown).toBeLessThanOrEqual(Math.max(day.hours.length, day.isPlanned ? 0 : measures.lessonHours) + 1e-9);
      if (result.state === 'unknown') expect(result.value).toBeNull();
    }));
  });
  it('does not change when its hours, or their marks, come in another order', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const distinct = { ...day, marks: day.marks.slice(0, 1), hours: day.hours.map((one) => ({ ...one, marks: one.marks.slice(0, 1) })) };
      const { value, state } = settleDay(distinct, measures);
      expect(settleDay({ ...distinct, hours: distinct.hours.toReversed() }, measures)).toMatchObject({ value, state });
    }));
  });
  it('is worth no less for more minutes present', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 315 }), fc.nat(315), fc.nat(315), (counted, a, b) => {
      const [less, more] = [Math.min(a, b, counted), Math.min(Math.max(a, b), counted)];
      expect(dayValue(less, counted, measures)).toBeLessThanOrEqual(dayValue(more, counted, measures));
      expect(dayValue(counted, counted, measures)).toBe(1);
      expect(dayValue(0, counted, measures)).toBe(0);
    }));
  });
  it('of a partial mark counts the minutes missed, and without them the code\'s share', () => {
    expect(outcomeOf(mark(partial), 45).share).toBe(0.5);
    expect(outcomeOf(mark(partial, 'teacher', 15), 45).share).toBeCloseTo(2 / 3);
    expect(outcomeOf(mark(partial, 'teacher', 90), 45).share).toBe(0);
  });
});

describe('totals and limits', () => {
  const limit = { id: 'l', rev: 1, nameEl: 'Όριο', nameEn: 'Limit', level: null, hours: 114, counts: 'all' as const, validFrom: '2019-09-01', validTo: null, active: true };
  it('the rate is present value by membership, and lies between 0 and 1', () => {
    fc.assert(fc.property(fc.array(anyDay, { maxLength: 30 }), (days) => {
      const totals = addUp(days.map((day) => settleDay(day, measures)));
      if (totals.membership === 0) expect(totals.rate).toBeNull();
      else expect(totals.rate).toBeCloseTo(totals.present / totals.membership);
      expect(totals.rate ?? 0).toBeLessThanOrEqual(1);
      expect(totals.membership).toBeLessThanOrEqual(days.length);
    }));
  });
  it('warn from four fifths, and say how much is left', () => {
    expect(holdAgainst(limit, { hoursExcused: 50, hoursUnexcused: 41 })).toMatchObject({ hours: 91, left: 23, state: 'fine' });
    expect(holdAgainst(limit, { hoursExcused: 50, hoursUnexcused: 41.2 })).toMatchObject({ hours: 91.2, state: 'near' });
    expect(holdAgainst(limit, { hoursExcused: 0, hoursUnexcused: 120 })).toMatchObject({ left: 0, state: 'reached' });
    expect(holdAgainst({ ...limit, counts: 'unexcused' }, { hoursExcused: 200, hoursUnexcused: 3 })).toMatchObject({ hours: 3, state: 'fine' });
  });
  it('hold while they are in force, active, and for the level', () => {
    const at = (more: object, date = '2026-10-01') => limitsFor([{ ...limit, ...more }], 'Α', date).length;
    expect([at({}), at({ active: false }), at({ level: 'Β' }), at({ level: 'Α' }), at({ validTo: '2026-09-30' }), at({}, '2019-01-01')]).toEqual([1, 0, 0, 1, 0, 0]);
  });
});

describe('school days', () => {
  const year = { startDate: '2026-09-11', endDate: '2027-06-15', status: 'open' };
  it('are Monday to Friday within the year, unless the calendar says otherwise', () => {
    const calendar = new Map([['2026-10-28', false], ['2026-10-24', true]]);
    expect(['2026-09-10', '2026-10-27', '2026-10-28', '2026-10-24', '2026-10-25'].map((date) => isSchoolDay(date, year, calendar))).toEqual([false, true, false, true, false]);
  });
  it('tell why a date cannot be taken', () => {
    const why = (date: string, of: typeof year | undefined = year) => findObstacle(date, '2026-11-20', of, new Map());
    expect([why('2026-11-20'), why('2026-11-23'), why('2026-11-15'), why('2026-11-20', { ...year, status: 'closed' })]).toEqual([null, 'future', 'notSchoolDay', 'yearClosed']);
    expect(findObstacle('2030-01-01', '2030-01-01', undefined, new Map())).toBe('noYear');
  });
});

describe('where a student belongs on a date', () => {
  const stay = { id: 'e', level: 'Α', division: 'Α2', startDate: '2026-09-11', endDate: null };
  const place = (division: string, startDate: string, endDate: string | null) => ({ enrolmentId: 'e', level: 'Α', division, startDate, endDate });
  it('is the dated place, and for a stay without places the stay\'s own division', () => {
    const moved = [place('Α1', '2026-09-11', '2026-10-04'), place('Α2', '2026-10-05', null)];
    expect(divisionOn({ stays: [stay], memberships: moved }, '2026-10-02')?.division).toBe('Α1');
    expect(divisionOn({ stays: [stay], memberships: moved }, '2026-10-05')?.division).toBe('Α2');
    expect(divisionOn({ stays: [stay], memberships: [] }, '2026-10-02')?.division).toBe('Α2');
    expect(divisionOn({ stays: [{ ...stay, endDate: '2026-10-01' }], memberships: moved }, '2026-10-02')).toBeNull();
  });
});

describe('what saving a sheet does to a mark', () => {
  const p: Entry = { codeId: 'P', minutes: null, note: null }, au: Entry = { codeId: 'AU', minutes: null, note: null }, ae: Entry = { codeId: 'AE', minutes: null, note: null };
  const anyEntry = fc.option(fc.constantFrom(p, au, ae, { ...au, minutes: 10 }));
  it('saving what stands changes nothing', () => {
    fc.assert(fc.property(anyEntry, anyEntry, (own, beneath) => { expect(planStep(own ?? beneath, own, beneath, p).do).toBe('keep'); }));
  });
  it('afterwards the sheet says what was wanted', () => {
    fc.assert(fc.property(anyEntry, anyEntry, anyEntry, (wanted, own, beneath) => {
      const step = planStep(wanted, own, beneath, p);
      const now = step.do === 'keep' ? own ?? beneath : step.do === 'remove' ? beneath : step.entry;
      expect(now?.codeId ?? 'P').toBe(wanted?.codeId ?? 'P');
    }));
  });
  it('the office says "present" with a mark of its own where the teacher said absent, and takes its own back where it only repeats', () => {
    expect(planStep(null, null, au, p)).toEqual({ do: 'write', entry: p });
    expect(planStep(au, ae, au, p)).toEqual({ do: 'remove' });
    expect(planStep(null, au, null, p)).toEqual({ do: 'remove' });
  });
});

describe('an excuse', () => {
  const day = (more: object) => ({ date: '2026-10-06', isOpen: false, isAbsent: false, isSettled: false, lessons: [], ...more });
  it('covers absences and, if wanted, days to come; never a day on which the student was there', () => {
    const lessons = [{ sectionId: 's', period: 3 }];
    expect(planExcuse([day({})], true)).toEqual([]);
    expect(planExcuse([day({ isAbsent: true })], false)).toEqual([{ date: '2026-10-06', sectionId: null, period: null }]);
    expect(planExcuse([day({ lessons })], false)).toEqual([{ date: '2026-10-06', sectionId: 's', period: 3 }]);
    expect(planExcuse([day({ isOpen: true })], false)).toEqual([]);
    expect(planExcuse([day({ isOpen: true })], true)).toHaveLength(1);
    expect(planExcuse([day({ isOpen: true, isSettled: true })], true)).toEqual([]);
  });
});
