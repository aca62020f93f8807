import { studentsInScope, type RowScope } from '../access/index.ts';
import { foldText, matchExpression } from '../search/index.ts';
import type { Reader } from '../store/reader.ts';

export interface Child {
  studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; level: string | null; division: string | null;
}
export interface FoundGuardian { personId: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; sortKey: string }

/** The students within a scope of whom each person is a guardian, by person. */
export function readChildren(db: Reader, personIds: readonly string[], scope: RowScope): Map<string, Child[]> {
  const limited = studentsInScope(scope, 'g.studentId');
  const found = new Map<string, Child[]>();
  for (const { personId, ...child } of db.all<Child & { personId: string }>(
    `SELECT g.personId, c.studentId, c.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, c.level, c.division
     FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.personId = j.value AND g.deletedAt IS NULL
     CROSS JOIN student_card c ON c.studentId = g.studentId CROSS JOIN student s ON s.id = g.studentId CROSS JOIN person p ON p.id = s.personId
     WHERE ${limited.sql} ORDER BY p.birthDate, c.studentId`, { ids: JSON.stringify(personIds), ...limited.params })) {
    const of = found.get(personId);
    if (of) of.push(child);
    else found.set(personId, [child]);
  }
  return found;
}

/** Whether somebody is a guardian of a student within a scope; one that was entered in this very change set counts, too. */
export function isGuardianWithin(db: Reader, personId: string, scope: RowScope): boolean {
  const limited = studentsInScope(scope, 'g.studentId');
  return db.get(`SELECT 1 FROM guardian_link g WHERE g.personId = @personId AND g.deletedAt IS NULL AND ${limited.sql} LIMIT 1`, { personId, ...limited.params }) !== undefined;
}

export interface GuardianOfStudentRow {
  id: string; personId: string; studentId: string; relation: string; priority: number; custody: number; mayPickUp: number; receivesReports: number;
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; email: string | null; phone: string | null; mobile: string | null;
}

const contactOf = (kind: string) => `(SELECT value FROM contact_point WHERE personId = p.id AND kind = '${kind}' AND endDate IS NULL AND deletedAt IS NULL LIMIT 1) AS ${kind}`;

const guardiansOfSql = `SELECT g.id, g.personId, g.studentId, g.relation, g.priority, g.custody, g.mayPickUp, g.receivesReports,
    p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, ${contactOf('email')}, ${contactOf('phone')}, ${contactOf('mobile')}
  FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.studentId = j.value AND g.deletedAt IS NULL CROSS JOIN person p ON p.id = g.personId
  ORDER BY j.key, g.priority, g.id`;

/** The guardians of some students with their present contacts, in the order of the students and then of calling. */
export const readGuardiansOf = (db: Reader, studentIds: readonly string[]): GuardianOfStudentRow[] => db.all(guardiansOfSql, { ids: JSON.stringify(studentIds) });

/** More than these are not looked at: who types one letter is still typing. */
const mostLooked = 200;

/**
 * Guardians of students within a scope whose name begins with what was typed (Greek without accents, or Latin), or whose child is
 * found by it, in any spelling; in the order of their names.
 */
export function findGuardians(db: Reader, typed: string, scope: RowScope, limit: number): FoundGuardian[] {
  const folded = foldText(typed);
  const match = matchExpression(typed, true);
  if (!match) return [];
  const limited = studentsInScope(scope, 'g.studentId');
  const isGuardian = `EXISTS (SELECT 1 FROM guardian_link g JOIN student s ON s.id = g.studentId AND s.deletedAt IS NULL
    WHERE g.personId = p.id AND g.deletedAt IS NULL AND ${limited.sql})`;
  return db.all<FoundGuardian>(
    `SELECT DISTINCT p.id AS personId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.sortKey FROM (
       SELECT * FROM (SELECT id FROM person WHERE sortKey >= @folded AND sortKey < @folded || char(0x10ffff) ORDER BY sortKey, id LIMIT ${mostLooked})
       UNION SELECT * FROM (SELECT id FROM person WHERE familyLatin COLLATE NOCASE >= @typed AND familyLatin COLLATE NOCASE < @typed || 'zzzz' LIMIT ${mostLooked})
       UNION SELECT g.personId FROM (SELECT rowid AS docId FROM search_words WHERE search_words MATCH @match LIMIT ${mostLooked}) w
         CROSS JOIN student_card c ON c.docId = w.docId CROSS JOIN guardian_link g ON g.studentId = c.studentId AND g.deletedAt IS NULL
     ) f CROSS JOIN person p ON p.id = f.id WHERE p.deletedAt IS NULL AND ${isGuardian} ORDER BY p.sortKey, p.id LIMIT @limit`,
    { folded, typed: typed.trim(), match, limit, ...limited.params });
}
