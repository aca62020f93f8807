import type { Reader } from '../store/reader.ts';

interface HomeroomRow { id: string | null; rev: number | null; level: string; division: string; room: string | null; capacity: number | null; staffId: string | null; students: number }

/** The class divisions of a year with how many students each has on a day; those without a description of their own have no id. */
export function readHomerooms(db: Reader, yearId: string, on: string): HomeroomRow[] {
  return db.all<HomeroomRow>(
    `WITH present AS MATERIALIZED (SELECT level, division, count(*) AS students FROM enrolment
       WHERE yearId = @yearId AND division IS NOT NULL AND deletedAt IS NULL AND entryDate <= @on AND coalesce(lastAttendedDate, '9999') >= @on GROUP BY level, division)
     SELECT h.id, h.rev, h.level, h.division, h.room, h.capacity, h.staffId, coalesce(p.students, 0) AS students
     FROM homeroom h LEFT JOIN present p ON p.level = h.level AND p.division = h.division WHERE h.yearId = @yearId AND h.deletedAt IS NULL
     UNION ALL
     SELECT NULL, NULL, p.level, p.division, NULL, NULL, NULL, p.students FROM present p
     WHERE NOT EXISTS (SELECT 1 FROM homeroom h WHERE h.yearId = @yearId AND h.level = p.level AND h.division = p.division AND h.deletedAt IS NULL)
     ORDER BY level, division`, { yearId, on });
}

/** The description of one division of a year. */
export function findHomeroom(db: Reader, yearId: string, level: string, division: string): { id: string; room: string | null; capacity: number | null } | undefined {
  return db.get('SELECT id, room, capacity FROM homeroom WHERE yearId = ? AND level = ? AND division = ? AND deletedAt IS NULL', [yearId, level, division]);
}

/** One division as it is described. */
export function readHomeroom(db: Reader, id: string): { id: string; rev: number; yearId: string; level: string; division: string } | undefined {
  return db.get('SELECT id, rev, yearId, level, division FROM homeroom WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** Students whose stay has them in a division on a day or later. */
export function countInDivision(db: Reader, yearId: string, level: string, division: string, on: string): number {
  return db.get<{ n: number }>(
    `SELECT count(*) AS n FROM enrolment WHERE yearId = ? AND level = ? AND division = ? AND deletedAt IS NULL AND coalesce(lastAttendedDate, '9999') >= ?`,
    [yearId, level, division, on])?.n ?? 0;
}

export interface BellRow { id: string; number: number; startTime: string; endTime: string }

/** The lesson hours of the school's day. */
export function readBells(db: Reader): BellRow[] {
  return db.all<BellRow>('SELECT id, number, startTime, endTime FROM bell_period WHERE deletedAt IS NULL ORDER BY number');
}

/** Lessons in a lesson hour, of years that are not closed, whose times differ from the hour's. */
export function findMoved(db: Reader, { number, startTime, endTime }: Omit<BellRow, 'id'>): string[] {
  return db.all<{ id: string }>(
    `SELECT m.id FROM academic_year y CROSS JOIN section s ON s.yearId = y.id AND s.deletedAt IS NULL
       CROSS JOIN meeting m ON m.sectionId = s.id AND m.deletedAt IS NULL
     WHERE y.status <> 'closed' AND y.deletedAt IS NULL AND m.period = ? AND (m.startTime <> ? OR m.endTime <> ?)`, [number, startTime, endTime]).map(({ id }) => id);
}
