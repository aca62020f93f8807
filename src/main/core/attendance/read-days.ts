import type { AttendanceCell, AttendanceLimitState, AttendanceTotals } from '#contract/attendance.ts';
import type { Reader } from '../store/reader.ts';
import { readSchoolDays, type YearOn } from './repo-calendar.ts';
import { readAttendanceSettings, readCodes, readLimits } from './repo-codes.ts';
import { readMeetings, readMemberships, readPlaces, readSectionTerms, readStays, readTakenDays, readTakenLessons } from './repo-days.ts';
import { readMarks, type SheetMark } from './repo-sheet.ts';
import { groupBy } from './rules-group.ts';
import { addUp, holdAgainst, limitsFor } from './rules-totals.ts';
import { layOutDays, type LetteredCode, type SchoolYear } from './rules-year.ts';

/** What one student's days came to. */
export interface StudentDays { days: AttendanceCell[]; totals: AttendanceTotals; limits: AttendanceLimitState[]; marks: SheetMark[] }
export interface Stretch { year: YearOn; from: string; to: string; today: string; sectionId?: string | null }

/** Reads and works out the days of students in a stretch of a year. Returns them by student, and the school days. */
export function readStudentDays(db: Reader, students: readonly string[], { year, from, to, today, sectionId = null }: Stretch): { dates: string[]; byStudent: Map<string, StudentDays> } {
  const dates = readSchoolDays(db, year, from, to);
  const codes = new Map<string, LetteredCode>(readCodes(db).map((code) => [code.id, { ...code, letters: code.code }]));
  const stays = groupBy(readStays(db, students, year.id), ({ studentId }) => studentId);
  const memberships = groupBy(readMemberships(db, students, year.id), ({ studentId }) => studentId);
  const places = readPlaces(db, students, year.id);
  const sections = [...new Set(places.map((place) => place.sectionId))];
  const divisions = new Map([...stays.values(), ...memberships.values()].flat()
    .flatMap(({ level, division }) => (division === null ? [] : [[`${level} ${division}`, [level, division] as const] as const])));
  const { settings } = readAttendanceSettings(db);
  const taken = groupBy(readTakenLessons(db, sections, from, to), (row) => `${row.date} ${row.sectionId}`);
  const school: SchoolYear = {
    dates, today, sectionId, measures: settings,
    meetings: groupBy(readMeetings(db, sections), (meeting) => meeting.sectionId),
    terms: groupBy(readSectionTerms(db, sections), (term) => term.sectionId),
    takenDays: new Set(readTakenDays(db, dates, [...divisions.values()]).map((row) => `${row.date} ${row.level} ${row.division}`)),
    takenLessons: new Map([...taken].map(([key, rows]) => [key, rows.map(({ period }) => period)])),
  };
  const marks = groupBy(readMarks(db, students, from, to), ({ studentId }) => studentId);
  const limits = readLimits(db);
  const placesOf = groupBy(places, ({ studentId }) => studentId);
  const reference = today < year.endDate ? today : year.endDate;
  const byStudent = new Map(students.map((id) => {
    const own = marks.get(id) ?? [];
    const days = layOutDays({
      stays: stays.get(id) ?? [], memberships: memberships.get(id) ?? [], places: placesOf.get(id) ?? [],
      marks: own.flatMap((mark) => { const code = codes.get(mark.codeId); return code ? [{ ...mark, code }] : []; }),
    }, school);
    const totals = addUp(days.flatMap(({ result }) => (result ? [result] : [])));
    const level = (stays.get(id) ?? []).toSorted((a, b) => a.startDate.localeCompare(b.startDate)).at(-1)?.level ?? null;
    return [id, {
      days: days.map(({ cell }) => cell), totals, marks: own,
      limits: limitsFor(limits, level, reference).map((limit) => holdAgainst(limit, totals)),
    }] as const;
  }));
  return { dates, byStudent };
}
