import type { Stamp, Writer } from '../store/writer.ts';

const touch = 'rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId';
const by = ({ now, userId, changeSetId }: Stamp) => ({ now, userId, changeSetId });

/** Ends the places of students in the sections of a year on its last day; what ended before stays. The journal's triggers keep what was. */
export function endPlaces(db: Writer, stamp: Stamp, yearId: string, endDate: string, studentIds: readonly string[]): number {
  return db.run(
    `UPDATE section_enrolment SET endDate = @endDate, ${touch} WHERE id IN (
       SELECT x.id FROM json_each(@ids) j CROSS JOIN section_enrolment x ON x.studentId = j.value CROSS JOIN section s ON s.id = x.sectionId AND s.yearId = @yearId
       WHERE x.endDate IS NULL AND x.deletedAt IS NULL AND x.startDate <= @endDate)`,
    { endDate, yearId, ids: JSON.stringify(studentIds), ...by(stamp) });
}

/** Ends the places of students in the divisions of a year on its last day. */
export function endMemberships(db: Writer, stamp: Stamp, yearId: string, endDate: string, studentIds: readonly string[]): number {
  return db.run(
    `UPDATE homeroom_membership SET endDate = @endDate, ${touch} WHERE id IN (
       SELECT x.id FROM json_each(@ids) j CROSS JOIN homeroom_membership x ON x.studentId = j.value
       WHERE x.yearId = @yearId AND x.endDate IS NULL AND x.deletedAt IS NULL AND x.startDate <= @endDate)`,
    { endDate, yearId, ids: JSON.stringify(studentIds), ...by(stamp) });
}

/** Ends who teaches the sections of a year on its last day. */
export function endTeaching(db: Writer, stamp: Stamp, yearId: string, endDate: string): number {
  return db.run(
    `UPDATE section_staff SET endDate = @endDate, ${touch} WHERE endDate IS NULL AND deletedAt IS NULL AND startDate <= @endDate
       AND sectionId IN (SELECT id FROM section WHERE yearId = @yearId AND deletedAt IS NULL)`, { endDate, yearId, ...by(stamp) });
}

export interface HomeroomRow { level: string; division: string; room: string | null; capacity: number | null; staffId: string | null }

/** The divisions of a year as places. */
export function readHomerooms(db: Pick<Writer, 'all'>, yearId: string): HomeroomRow[] {
  return db.all<HomeroomRow>('SELECT level, division, room, capacity, staffId FROM homeroom WHERE yearId = ? AND deletedAt IS NULL ORDER BY level, division', [yearId]);
}

export interface SectionRow { id: string; courseId: string; code: string; level: string | null; division: string | null; room: string | null; capacity: number | null }

/** The sections of a year. */
export function readSections(db: Writer, yearId: string): SectionRow[] {
  return db.all<SectionRow>('SELECT id, courseId, code, level, division, room, capacity FROM section WHERE yearId = ? AND deletedAt IS NULL ORDER BY id', [yearId]);
}

/** Who teaches the sections of a year at its end. */
export function readTeaching(db: Writer, yearId: string, endDate: string): { sectionId: string; staffId: string; role: string }[] {
  return db.all(
    `SELECT x.sectionId, x.staffId, x.role FROM section s CROSS JOIN section_staff x ON x.sectionId = s.id
     WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND x.deletedAt IS NULL AND (x.endDate IS NULL OR x.endDate >= @endDate) ORDER BY x.id`, { yearId, endDate });
}
