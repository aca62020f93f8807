import type { Reader } from '../store/reader.ts';

/** Whose a row is: as it stands, or, of one that is gone, as it was. The names are this file's own. */
const ownerIn = (table: string, column: string) =>
  `WHEN '${table}' THEN iif(r.action = 'D', r.before ->> '${column}', (SELECT x."${column}" FROM "${table}" x WHERE x.id = r.rowId))`;

/**
 * The students whom change set `id` touched in what they are found or listed by. One pass over the change set, which may be an import of a
 * million rows; people come together first, so that each is looked up once and not for each of their contacts.
 */
export function readTouchedStudents(db: Reader, id: number): string[] {
  return db.all<{ id: string }>(
    `WITH touched AS MATERIALIZED (
       SELECT DISTINCT r.entity IN ('person', 'contact_point') AS isPerson, CASE r.entity WHEN 'student' THEN r.rowId WHEN 'person' THEN r.rowId
         ${['enrolment', 'homeroom_membership', 'posted_grade'].map((table) => ownerIn(table, 'studentId')).join(' ')} ${ownerIn('contact_point', 'personId')} END AS id
       FROM row_change r WHERE r.changeSetId = @id AND r.entity IN ('student', 'person', 'contact_point', 'enrolment', 'homeroom_membership', 'posted_grade'))
     SELECT id FROM touched WHERE NOT isPerson AND id IS NOT NULL
     UNION SELECT s.id FROM touched t CROSS JOIN student s ON s.personId = t.id WHERE t.isPerson`, { id }).map((row) => row.id);
}
