import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../people/rules-dates.ts';
import { applyWrites } from './rules-apply.ts';
import { followStay } from './rules-follow.ts';
import type { Facts, Plan, Section, Stay, StayValues } from './rules-model.ts';
import { planAssign, planEndPlace, planEntry, planLeave, planMove, planMovePlace } from './rules-plans.ts';
import { covers, shareDay, spanOf } from './rules-span.ts';
import { planStay, type Year } from './rules-stays.ts';

const year: Year = { id: 'y', label: '2026-27', startDate: '2026-09-01', endDate: '2026-10-10' };
const days = Array.from({ length: 40 }, (_unused, i) => addDays(year.startDate, i));
const divisions = ['Α1', 'Α2', 'Α3'];
/** Two courses for every division, one of the third alone, and one that belongs to no division. */
const sections: Section[] = [
  ...divisions.flatMap((division) => ['ΜΑΘ', 'ΙΣΤ'].map((courseId): Section => ({ id: `${courseId}-${division}`, code: `${courseId}-${division}`, courseId, yearId: 'y', level: 'Α', division }))),
  { id: 'ΛΑΤ-Α3', code: 'ΛΑΤ-Α3', courseId: 'ΛΑΤ', yearId: 'y', level: 'Α', division: 'Α3' },
  { id: 'ΘΕΑ', code: 'ΘΕΑ', courseId: 'ΘΕΑ', yearId: 'y', level: null, division: null },
];
const nobody: Facts = { studentId: 's', stays: [], homes: [], places: [] };

let count = 0;
const newId = () => `n${String((count += 1)).padStart(6, '0')}`;
const toStay = (id: string, values: StayValues): Stay => ({ ...values, id, rev: 1, yearLabel: year.label, yearStart: year.startDate, yearEnd: year.endDate });

/** Carries a plan out as the program does: its writes, then whatever has to follow each stay that they touched. */
function carryOut(facts: Facts, { writes, refusal }: Plan, today: string): Facts {
  if (refusal) return facts;
  let next = applyWrites(facts, writes, newId, toStay);
  for (const after of next.stays) {
    const before = facts.stays.find(({ id }) => id === after.id) ?? null;
    if (before !== after) next = applyWrites(next, followStay(next, { before, after, removed: null }, today), newId, toStay);
  }
  return next;
}

const day = fc.constantFrom(...days);
const edits = fc.oneof(
  fc.record({ kind: fc.constant('enter' as const), day, division: fc.option(fc.constantFrom(...divisions)), withClasses: fc.boolean() }),
  fc.record({ kind: fc.constant('leave' as const), day, which: fc.nat(3) }),
  fc.record({ kind: fc.constant('move' as const), day, which: fc.nat(3), division: fc.option(fc.constantFrom(...divisions)) }),
  fc.record({ kind: fc.constant('assign' as const), day, section: fc.constantFrom(...sections) }),
  fc.record({ kind: fc.constant('end' as const), day, which: fc.nat(9) }),
  fc.record({ kind: fc.constant('pass' as const), day, which: fc.nat(9), section: fc.constantFrom(...sections) }),
  fc.record({ kind: fc.constant('correct' as const), which: fc.nat(3), day, last: fc.option(day), division: fc.option(fc.constantFrom(...divisions)) }),
);
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

const values = (entryDate: string, division: string | null, lastAttendedDate: string | null = null): StayValues =>
  ({ yearId: 'y', level: 'Α', division, entryDate, entryCode: 'new', previousSchool: null, lastAttendedDate, exitCode: lastAttendedDate && 'withdrawn', nextSchool: null });

function planOf(facts: Facts, edit: Edit): Plan {
  const nothing: Plan = { writes: [], refusal: null };
  const stay = 'which' in edit ? facts.stays[edit.which % Math.max(1, facts.stays.length)] : undefined;
  const place = 'which' in edit ? facts.places[edit.which % Math.max(1, facts.places.length)] : undefined;
  switch (edit.kind) {
    case 'enter': return planEntry(facts, values(edit.day, edit.division), year, edit.withClasses ? sections.filter(({ division }) => division === edit.division) : []);
    case 'leave': return stay ? planLeave(facts, stay.id, { lastAttendedDate: edit.day, exitCode: 'withdrawn', nextSchool: null }) : nothing;
    case 'move': return stay ? planMove(facts, stay.id, edit.day, edit.division, sections) : nothing;
    case 'assign': return planAssign(facts, edit.section, edit.day);
    case 'end': return place ? planEndPlace(facts, place, edit.day, null) : nothing;
    case 'pass': return place ? planMovePlace(place, edit.section, edit.day) : nothing;
    case 'correct': return stay ? planStay(facts, stay.id, values(edit.day, edit.division, edit.last), year) : nothing;
  }
}

const overlapping = <T>(rows: readonly T[], same: (a: T, b: T) => boolean): [T, T][] =>
  rows.flatMap((a, i) => rows.slice(i + 1).filter((b) => same(a, b)).map((b): [T, T] => [a, b]));

function live(script: readonly { edit: Edit; today: string }[], check: (facts: Facts, edit: Edit, before: Facts) => void): void {
  let facts = nobody;
  for (const { edit, today } of script) {
    const before = facts;
    facts = carryOut(facts, planOf(facts, edit), today);
    check(facts, edit, before);
  }
}
const script = fc.array(fc.record({ edit: edits, today: day }), { minLength: 1, maxLength: 14 });

describe('whatever the order of edits', () => {
  it('stays, places in divisions and places in classes never overlap, nor does a student sit in two classes of one course', () => {
    fc.assert(fc.property(script, (edited) => live(edited, ({ stays, homes, places }) => {
      expect(overlapping(stays, (a, b) => shareDay(spanOf(a), spanOf(b)))).toEqual([]);
      expect(overlapping(homes, shareDay)).toEqual([]);
      expect(overlapping(places, (a, b) => a.section.courseId === b.section.courseId && shareDay(a, b))).toEqual([]);
    })), { numRuns: 1500 });
  });

  it('every place lies within a stay, and the last division of a stay is the one that it is in', () => {
    fc.assert(fc.property(script, (edited) => live(edited, ({ stays, homes, places }) => {
      for (const home of homes) {
        const stay = stays.find(({ id }) => id === home.enrolmentId);
        expect(stay && home.startDate >= stay.entryDate && (home.endDate ?? '9') <= (stay.lastAttendedDate ?? '9')).toBe(true);
      }
      for (const place of places) {
        expect(place.startDate <= (place.endDate ?? '9')).toBe(true);
        expect(stays.some((stay) => stay.entryDate <= place.startDate && (place.endDate ?? '9') <= (stay.lastAttendedDate ?? '9'))).toBe(true);
      }
      for (const stay of stays.filter(({ division }) => division !== null)) {
        const last = homes.filter(({ enrolmentId }) => enrolmentId === stay.id).toSorted((a, b) => (a.startDate < b.startDate ? 1 : -1))[0];
        expect([last?.division, last?.endDate]).toEqual([stay.division, stay.lastAttendedDate]);
      }
    })), { numRuns: 1500 });
  });

  it('a stay that is set to before an earlier one takes its classes with it', () => {
    const at = (edit: Edit) => ({ edit, today: '2026-09-01' });
    const moved = [
      at({ kind: 'enter', day: '2026-09-18', division: null, withClasses: false }), at({ kind: 'correct', which: 0, day: '2026-09-18', last: '2026-09-24', division: null }),
      at({ kind: 'enter', day: '2026-10-03', division: null, withClasses: true }), at({ kind: 'correct', which: 1, day: '2026-09-01', last: '2026-09-02', division: null }),
    ];
    live(moved, ({ stays, places }) => {
      for (const place of places) expect(stays.some((stay) => stay.entryDate <= place.startDate && (place.endDate ?? '9') <= (stay.lastAttendedDate ?? '9'))).toBe(true);
    });
  });

  it('after leaving nothing of the stay has a day beyond the last one attended', () => {
    fc.assert(fc.property(script, (edited) => live(edited, ({ stays, homes, places }, edit, before) => {
      if (edit.kind !== 'leave') return;
      const left = stays.find((stay) => stay.lastAttendedDate === edit.day && before.stays.find(({ id }) => id === stay.id) !== stay);
      if (!left) return;
      for (const span of [...homes.filter(({ enrolmentId }) => enrolmentId === left.id), ...places.filter(({ startDate }) => covers(spanOf(left), startDate))]) {
        expect((span.endDate ?? '9') <= edit.day).toBe(true);
      }
    })), { numRuns: 800 });
  });

  it('the list as of any day is what a clerk would have with a pencil: entries, moves and departures written into a calendar', () => {
    const dated = fc.array(fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), day, division: fc.constantFrom(...divisions), withClasses: fc.boolean() }),
      fc.record({ kind: fc.constant('leave' as const), day, which: fc.nat(3) }),
      fc.record({ kind: fc.constant('move' as const), day, which: fc.nat(3), division: fc.constantFrom(...divisions) }),
    ), { minLength: 1, maxLength: 10 });
    fc.assert(fc.property(dated, (edited) => {
      let facts = nobody;
      /** On each day the division, by stay; a day on which nobody wrote anything is empty. */
      const calendar = new Map<string, string>();
      for (const edit of edited) {
        const made = planOf(facts, edit);
        const stay = 'which' in edit ? facts.stays[edit.which % Math.max(1, facts.stays.length)] : undefined;
        const inStay = (date: string) => stay !== undefined && covers(spanOf(stay), date);
        if (!made.refusal && edit.kind === 'enter') for (const date of days.filter((each) => each >= edit.day)) calendar.set(date, edit.division);
        if (!made.refusal && edit.kind === 'move') for (const date of days.filter((each) => each >= edit.day && inStay(each))) calendar.set(date, edit.division);
        if (!made.refusal && edit.kind === 'leave' && stay) {
          const lastDivision = stay.division ?? '';
          for (const date of days) {
            if (inStay(date) && date > edit.day) calendar.delete(date);
            // A leaving put off: the student stayed on in the last division.
            else if (stay.lastAttendedDate !== null && date > stay.lastAttendedDate && date <= edit.day) calendar.set(date, lastDivision);
          }
        }
        facts = carryOut(facts, made, edit.day);
      }
      const listed = new Map(days.flatMap((date) => facts.homes.filter((home) => covers(home, date)).map((home) => [date, home.division] as const)));
      expect([...listed].toSorted()).toEqual([...calendar].toSorted());
    }), { numRuns: 1500 });
  });
});
