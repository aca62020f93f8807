import type { Reader } from '../store/reader.ts';
import type { Facts, Home, Place, Section, Stay } from './rules-model.ts';
import type { Year } from './rules-stays.ts';

type Row<T> = T & { studentId: string };
const stayColumns = `e.studentId, e.id, e.rev, e.yearId, y.label AS yearLabel, y.startDate AS yearStart, y.endDate AS yearEnd, e.level, e.division,
  e.entryDate, e.entryCode, e.previousSchool, e.lastAttendedDate, e.exitCode, e.nextSchool`;
const sectionColumns = 's.id AS sectionId, s.code, s.courseId, s.yearId, s.level, s.division';
interface FlatSection extends Omit<Section, 'id'> { sectionId: string }
interface FlatPlace extends FlatSection { id: string; studentId: string; startDate: string; endDate: string | null; reason: string | null }

const toSection = ({ sectionId, code, courseId, yearId, level, division }: FlatSection): Section => ({ id: sectionId, code, courseId, yearId, level, division });

/** Stays, divisions and places in classes of some students, removed rows left out; a student without any has empty facts. */
export function readFacts(db: Reader, studentIds: readonly string[]): Map<string, Facts> {
  const ids = JSON.stringify(studentIds);
  const facts = new Map(studentIds.map((studentId) => [studentId, { studentId, stays: new Array<Stay>(), homes: new Array<Home>(), places: new Array<Place>() }]));
  for (const { studentId, ...stay } of db.all<Row<Stay>>(
    `SELECT ${stayColumns} FROM json_each(?) j CROSS JOIN enrolment e ON e.studentId = j.value AND e.deletedAt IS NULL JOIN academic_year y ON y.id = e.yearId
     ORDER BY e.entryDate`, [ids])) facts.get(studentId)?.stays.push(stay);
  for (const { studentId, ...home } of db.all<Row<Home>>(
    `SELECT h.studentId, h.id, h.enrolmentId, h.level, h.division, h.startDate, h.endDate
     FROM json_each(?) j CROSS JOIN homeroom_membership h ON h.studentId = j.value AND h.deletedAt IS NULL ORDER BY h.startDate`, [ids])) facts.get(studentId)?.homes.push(home);
  for (const { id, studentId, startDate, endDate, reason, ...section } of db.all<FlatPlace>(
    `SELECT p.id, p.studentId, p.startDate, p.endDate, p.reason, ${sectionColumns}
     FROM json_each(?) j CROSS JOIN section_enrolment p ON p.studentId = j.value AND p.deletedAt IS NULL JOIN section s ON s.id = p.sectionId
     ORDER BY s.code, p.startDate`, [ids])) facts.get(studentId)?.places.push({ id, startDate, endDate, reason, section: toSection(section) });
  return facts;
}

/** One student's facts. */
export function readFactsOf(db: Reader, studentId: string): Facts {
  return readFacts(db, [studentId]).get(studentId) ?? { studentId, stays: [], homes: [], places: [] };
}

/** Whose a stay or a place is; undefined when it is removed or never was. The table names are this file's own. */
export function ownerOf(db: Reader, table: 'enrolment' | 'section_enrolment', id: string): string | undefined {
  return db.get<{ studentId: string }>(`SELECT studentId FROM ${table} WHERE id = ? AND deletedAt IS NULL`, [id])?.studentId;
}

/** Classes by id. */
export function readSections(db: Reader, ids: readonly string[]): Section[] {
  return db.all<FlatSection>(`SELECT ${sectionColumns} FROM json_each(?) j CROSS JOIN section s ON s.id = j.value AND s.deletedAt IS NULL ORDER BY s.code`,
    [JSON.stringify(ids)]).map(toSection);
}

/** A year's classes that belong to a division; with `division`, to that one. */
export function readDivisionSections(db: Reader, yearId: string, division: string | null = null): Section[] {
  return db.all<FlatSection>(
    `SELECT ${sectionColumns} FROM section s WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND s.division IS NOT NULL AND (@division IS NULL OR s.division = @division)
     ORDER BY s.code`, { yearId, division }).map(toSection);
}

/** A year by id. */
export function findYear(db: Reader, id: string): Year | undefined {
  return db.get<Year>('SELECT id, label, startDate, endDate FROM academic_year WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** The divisions that a year knows: as rooms, as groups of classes, or because somebody is in them. */
export function readDivisions(db: Reader, yearId: string): Set<string> {
  const rows = db.all<{ level: string; division: string }>(
    `SELECT level, division FROM homeroom WHERE yearId = @yearId AND deletedAt IS NULL
     UNION SELECT level, division FROM section WHERE yearId = @yearId AND deletedAt IS NULL AND division IS NOT NULL
     UNION SELECT level, division FROM homeroom_membership WHERE yearId = @yearId AND deletedAt IS NULL`, { yearId });
  return new Set(rows.map(({ level, division }) => `${level} ${division}`));
}
