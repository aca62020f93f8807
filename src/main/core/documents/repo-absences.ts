import type { Reader } from '../store/reader.ts';
import { groupBy } from './repo-people.ts';
import { absenceHours, usualLessons, type AbsenceHours, type AbsenceLimit, type AbsenceMark } from './rules-absences.ts';

interface MarkRow extends Omit<AbsenceMark, 'excused'> { studentId: string; excused: number }

/** The students' hours of absence from a date to another, both included; students without any mark are not in the answer. */
export function readAbsences(db: Reader, ids: readonly string[], from: string, until: string): Map<string, AbsenceHours> {
  const marks = groupBy(db.all<MarkRow>(
    `SELECT m.studentId, m.date, m.sectionId, m.period, m.source, c.presence, c.excused, c.fraction
     FROM json_each(@ids) j CROSS JOIN attendance_mark m ON m.studentId = j.value AND m.date BETWEEN @from AND @until AND m.deletedAt IS NULL
     JOIN attendance_code c ON c.id = m.codeId ORDER BY m.date, m.updatedAt`, { ids: JSON.stringify(ids), from, until }));
  const needsTimetable = [...marks].flatMap(([id, rows]) => (rows.some(({ sectionId, period }) => sectionId === null && period === null) ? [id] : []));
  const lessons = readLessons(db, needsTimetable);
  return new Map([...marks].map(([id, rows]) => [id, absenceHours(
    rows.map((row) => ({ ...row, excused: row.excused === 1 })),
    (date) => lessons.get(id)?.find(({ weekday }) => weekday === weekdayOf(date))?.lessons ?? usualLessons,
  )]));
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** How many lessons the students have on each weekday, by the timetable of the sections they are in now. */
function readLessons(db: Reader, ids: readonly string[]): Map<string, { studentId: string; weekday: number; lessons: number }[]> {
  if (ids.length === 0 || !db.get('SELECT 1 FROM meeting WHERE deletedAt IS NULL LIMIT 1')) return new Map();
  return groupBy(db.all(
    `SELECT se.studentId, m.weekday, count(DISTINCT m.startTime) AS lessons
     FROM json_each(?) j CROSS JOIN section_enrolment se ON se.studentId = j.value AND se.deletedAt IS NULL AND se.endDate IS NULL
     CROSS JOIN meeting m ON m.sectionId = se.sectionId AND m.deletedAt IS NULL GROUP BY se.studentId, m.weekday`, [JSON.stringify(ids)]));
}

/** The limits that hold on a date. */
export function readLimits(db: Reader, date: string): AbsenceLimit[] {
  return db.all<AbsenceLimit>(
    `SELECT level, hours, counts FROM attendance_limit WHERE deletedAt IS NULL AND validFrom <= @date AND (validTo IS NULL OR validTo >= @date) ORDER BY validFrom DESC`, { date });
}
