import type { PlaceRow } from '#contract/enrolment.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** How many students a class has room for; null where nobody has said. */
export function readSectionCapacity(db: Reader, sectionId: string): number | null {
  return db.get<{ capacity: number | null }>('SELECT capacity FROM section WHERE id = ?', [sectionId])?.capacity ?? null;
}

/**
 * Who has a place in a class, by name: those who have one on a day, with the level and division of that day; or everybody who ever had one.
 * Of students out of the caller's scope nothing is read.
 */
export function readPlacesIn(db: Reader, sectionId: string, date: string | null, scope: RowScope): PlaceRow[] {
  const limited = studentsInScope(scope, 'p.studentId');
  return db.all<PlaceRow>(
    `SELECT p.id, p.rev, p.studentId, st.studentNo, n.familyEl, n.givenEl, n.familyLatin, n.givenLatin, h.level, h.division, p.startDate, p.endDate, p.reason
     FROM section_enrolment p JOIN student st ON st.id = p.studentId JOIN person n ON n.id = st.personId
     LEFT JOIN homeroom_membership h ON h.id = (SELECT id FROM homeroom_membership m WHERE m.studentId = p.studentId AND m.deletedAt IS NULL
       AND m.startDate <= coalesce(@date, p.endDate, '9999') AND (m.endDate IS NULL OR m.endDate >= coalesce(@date, p.startDate)) ORDER BY m.startDate DESC LIMIT 1)
     WHERE p.sectionId = @sectionId AND p.deletedAt IS NULL AND st.deletedAt IS NULL
       AND (@date IS NULL OR p.startDate <= @date AND (p.endDate IS NULL OR p.endDate >= @date)) AND ${limited.sql}
     ORDER BY n.sortKey, p.startDate`, { sectionId, date, ...limited.params });
}

/** The students who are in a division on a day. */
export function readInDivision(db: Reader, { yearId, level, division }: { yearId: string; level: string; division: string }, date: string): string[] {
  return db.all<{ id: string }>(
    `SELECT studentId AS id FROM homeroom_membership WHERE yearId = @yearId AND level = @level AND division = @division AND deletedAt IS NULL
       AND startDate <= @date AND (endDate IS NULL OR endDate >= @date)`, { yearId, level, division, date }).map(({ id }) => id);
}
