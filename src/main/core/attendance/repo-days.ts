import type { Reader } from '../store/reader.ts';
import { periodOf } from './repo-lessons.ts';

/** Dated rows, both ends included; `endDate` null: still open. */
interface Dated { startDate: string; endDate: string | null }
export interface StayRow { id: string; studentId: string; level: string; division: string | null; startDate: string; endDate: string | null }
export interface MemberRow extends Dated { studentId: string; enrolmentId: string; level: string; division: string }
export interface PlaceRow extends Dated { studentId: string; sectionId: string }
export interface MeetingRow { sectionId: string; weekday: number; period: number; minutes: number }

const each = (students: readonly string[]) => ({ students: JSON.stringify(students) });

/** Stays of students in a year. */
export function readStays(db: Reader, students: readonly string[], yearId: string): StayRow[] {
  return db.all<StayRow>(
    `SELECT e.id, e.studentId, e.level, e.division, e.entryDate AS startDate, e.lastAttendedDate AS endDate
     FROM json_each(@students) j CROSS JOIN enrolment e ON e.studentId = j.value WHERE e.yearId = @yearId AND e.deletedAt IS NULL`, { ...each(students), yearId });
}

/** Dated places of students in divisions of a year. */
export function readMemberships(db: Reader, students: readonly string[], yearId: string): MemberRow[] {
  return db.all<MemberRow>(
    `SELECT h.studentId, h.enrolmentId, h.level, h.division, h.startDate, h.endDate
     FROM json_each(@students) j CROSS JOIN homeroom_membership h ON h.studentId = j.value WHERE h.yearId = @yearId AND h.deletedAt IS NULL`, { ...each(students), yearId });
}

/** Dated places of students in sections of a year. */
export function readPlaces(db: Reader, students: readonly string[], yearId: string): PlaceRow[] {
  return db.all<PlaceRow>(
    `SELECT se.studentId, se.sectionId, se.startDate, se.endDate
     FROM json_each(@students) j CROSS JOIN section_enrolment se ON se.studentId = j.value CROSS JOIN section s ON s.id = se.sectionId
     WHERE s.yearId = @yearId AND se.deletedAt IS NULL AND s.deletedAt IS NULL`, { ...each(students), yearId });
}

/** The weekly lessons of sections, with their length in minutes. */
export function readMeetings(db: Reader, sections: readonly string[]): MeetingRow[] {
  return db.all<MeetingRow>(
    `SELECT m.sectionId, m.weekday, ${periodOf} AS period,
       max(1, (substr(m.endTime, 1, 2) * 60 + substr(m.endTime, 4, 2)) - (substr(m.startTime, 1, 2) * 60 + substr(m.startTime, 4, 2))) AS minutes
     FROM json_each(@sections) j CROSS JOIN meeting m ON m.sectionId = j.value WHERE m.deletedAt IS NULL`, { sections: JSON.stringify(sections) })
    .filter(({ period }) => typeof period === 'number');
}

/** In which stretches sections are taught; a section without any is taught all year. */
export function readSectionTerms(db: Reader, sections: readonly string[]): { sectionId: string; startDate: string; endDate: string }[] {
  return db.all(
    `SELECT st.sectionId, t.startDate, t.endDate FROM json_each(@sections) j CROSS JOIN section_term st ON st.sectionId = j.value CROSS JOIN term t ON t.id = st.termId
     WHERE st.deletedAt IS NULL`, { sections: JSON.stringify(sections) });
}

/** SQL of the dates (JSON) on which the days of divisions (JSON pairs) were taken: one step in the index for each. */
export const takenDaysSql = `SELECT a.date, a.level, a.division FROM json_each(@dates) d CROSS JOIN json_each(@divisions) v
  CROSS JOIN attendance_submission a ON a.date = d.value AND a.level = v.value ->> 0 AND a.division = v.value ->> 1 AND a.sectionId IS NULL WHERE a.deletedAt IS NULL`;

/** On which of the dates the days of divisions were taken. */
export function readTakenDays(db: Reader, dates: readonly string[], divisions: readonly (readonly [string, string])[]): { date: string; level: string; division: string }[] {
  return db.all(takenDaysSql, { dates: JSON.stringify(dates), divisions: JSON.stringify(divisions) });
}

/** SQL of the lessons of sections that were taken between two dates. */
export const takenLessonsSql = `SELECT a.sectionId, a.date, a.period FROM json_each(@sections) j
  CROSS JOIN attendance_submission a ON a.sectionId = j.value AND a.date BETWEEN @from AND @to AND a.sectionId IS NOT NULL WHERE a.deletedAt IS NULL AND a.period IS NOT NULL`;

/** The lessons of sections that were taken between two dates. */
export function readTakenLessons(db: Reader, sections: readonly string[], from: string, to: string): { sectionId: string; date: string; period: number }[] {
  return db.all(takenLessonsSql, { sections: JSON.stringify(sections), from, to });
}

/** Names of sections' courses, for the list of marks. */
export function readCourseNames(db: Reader, sections: readonly string[]): ReadonlyMap<string, { courseEl: string; courseEn: string }> {
  const rows = db.all<{ id: string; courseEl: string; courseEn: string }>(
    `SELECT s.id, c.nameEl AS courseEl, c.nameEn AS courseEn FROM json_each(@sections) j CROSS JOIN section s ON s.id = j.value JOIN course c ON c.id = s.courseId`,
    { sections: JSON.stringify(sections) });
  return new Map(rows.map((row) => [row.id, row]));
}
