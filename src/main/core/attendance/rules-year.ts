import type { AttendanceCell } from '#contract/attendance.ts';
import { settleDay, type Day, type DayResult, type Hour, type Measures } from './rules-day.ts';
import { groupBy } from './rules-group.ts';
import { effectiveMark, type CodeRule } from './rules-marks.ts';
import { weekdayOf } from './rules-school-days.ts';

interface Dated { startDate: string; endDate: string | null }
/** A code with its letters. */
export interface LetteredCode extends CodeRule { letters: string }
/** A mark of the student in the year. `sectionId` null: for the whole day. */
export interface YearMark { date: string; sectionId: string | null; period: number | null; source: 'teacher' | 'office'; minutes: number | null; code: LetteredCode }

/** All that is known of one student in a stretch of school days. */
export interface StudentYear {
  stays: readonly (Dated & { id: string; level: string; division: string | null })[];
  memberships: readonly (Dated & { enrolmentId: string; level: string; division: string })[];
  places: readonly (Dated & { sectionId: string })[];
  marks: readonly YearMark[];
}

/** What holds for everybody: the timetable by section, and what was taken. */
export interface SchoolYear {
  /** School days, in order. */
  dates: readonly string[]; today: string;
  meetings: ReadonlyMap<string, readonly { weekday: number; period: number; minutes: number }[]>;
  terms: ReadonlyMap<string, readonly { startDate: string; endDate: string }[]>;
  /** `date level division`. */
  takenDays: ReadonlySet<string>;
  /** Periods taken, by `date sectionId`. */
  takenLessons: ReadonlyMap<string, readonly number[]>;
  measures: Measures;
  /** Only the lessons of this section count; null: the whole day. */
  sectionId: string | null;
}

export interface StudentDay { date: string; cell: AttendanceCell; result: DayResult | null }

const covers = (span: Dated, date: string) => span.startDate <= date && (span.endDate === null || span.endDate >= date);
const usualMinutes = 45;

/** In which division a student was on a date: by dated places, and for a stay without any by the stay's own. Null: not enrolled, or in none. */
export function divisionOn(student: Pick<StudentYear, 'stays' | 'memberships'>, date: string): { level: string; division: string | null } | null {
  const stay = student.stays.find((one) => covers(one, date));
  if (!stay) return null;
  const own = student.memberships.filter(({ enrolmentId }) => enrolmentId === stay.id);
  if (own.length === 0) return { level: stay.level, division: stay.division };
  const place = own.find((one) => covers(one, date));
  return place ? { level: place.level, division: place.division } : { level: stay.level, division: null };
}

const isTaught = (terms: readonly { startDate: string; endDate: string }[] | undefined, date: string) =>
  !terms || terms.some((term) => term.startDate <= date && term.endDate >= date);

function hoursOn(student: StudentYear, school: SchoolYear, date: string, marks: readonly YearMark[]): { hours: Hour[]; isPlanned: boolean } {
  const weekday = weekdayOf(date);
  const sections = new Set(student.places.filter((place) => covers(place, date)).map(({ sectionId }) => sectionId));
  const hours = new Map<string, { minutes: number; isTaken: boolean; marks: YearMark[] }>();
  const hour = (sectionId: string, period: number, minutes: number) => {
    const key = `${sectionId} ${period}`;
    let found = hours.get(key);
    if (!found) hours.set(key, (found = { minutes, isTaken: false, marks: [] }));
    return found;
  };
  let isPlanned = school.sectionId !== null;
  for (const sectionId of sections) {
    if (school.sectionId !== null && sectionId !== school.sectionId) continue;
    if (isTaught(school.terms.get(sectionId), date)) {
      for (const meeting of school.meetings.get(sectionId) ?? []) {
        if (meeting.weekday !== weekday) continue;
        hour(sectionId, meeting.period, meeting.minutes);
        isPlanned = true;
      }
    }
    for (const period of school.takenLessons.get(`${date} ${sectionId}`) ?? []) hour(sectionId, period, usualMinutes).isTaken = true;
  }
  for (const mark of marks) {
    if (mark.sectionId === null || mark.period === null) continue;
    if (school.sectionId === null || mark.sectionId === school.sectionId) hour(mark.sectionId, mark.period, usualMinutes).marks.push(mark);
  }
  return { hours: [...hours.values()], isPlanned };
}

function lettersOf(day: Day, marks: readonly YearMark[]): string | null {
  const whole = effectiveMark(marks.filter(({ sectionId }) => sectionId === null));
  if (whole) return whole.code.letters;
  const letters = new Set(day.hours.flatMap((hour) => {
    const mark = effectiveMark(marks.filter((one) => hour.marks.includes(one)));
    return mark ? [mark.code.letters] : [];
  }));
  return letters.size === 0 ? null : [...letters].join(' ');
}

const nothing = { code: null, hoursExcused: 0, hoursUnexcused: 0 };

/** A student's school days one by one. Days before today on which nothing was taken are unknown; days to come count nowhere. */
export function layOutDays(student: StudentYear, school: SchoolYear): StudentDay[] {
  const byDate = groupBy(student.marks, ({ date }) => date);
  return school.dates.map((date) => {
    const at = divisionOn(student, date);
    if (!at) return { date, result: null, cell: { date, state: 'off', ...nothing } };
    const marks = byDate.get(date) ?? [];
    const { hours, isPlanned } = hoursOn(student, school, date, marks);
    if (school.sectionId !== null && hours.length === 0) return { date, result: null, cell: { date, state: 'off', ...nothing } };
    const day: Day = {
      isTaken: at.division !== null && school.takenDays.has(`${date} ${at.level} ${at.division}`),
      marks: marks.filter(({ sectionId }) => sectionId === null), hours, isPlanned,
    };
    if (date > school.today) return { date, result: null, cell: { ...nothing, date, state: 'ahead', code: lettersOf(day, marks) } };
    const result = settleDay(day, school.measures);
    return { date, result, cell: { date, state: result.state, code: lettersOf(day, marks), hoursExcused: result.hoursExcused, hoursUnexcused: result.hoursUnexcused } };
  });
}
