import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Household, Membership } from './rules-household.ts';

export interface HouseholdRow extends Omit<Household, 'address'> { id: string; rev: number; since: string; address: string | null }

/** The household that a student lives in. */
export function findHousehold(db: Reader, studentId: string): HouseholdRow | undefined {
  return db.get<HouseholdRow>(
    `SELECT h.id, h.rev, m.startDate AS since, h.address, h.postalCode, h.city, h.phone FROM student s
     JOIN household_member m ON m.personId = s.personId AND m.endDate IS NULL AND m.deletedAt IS NULL
     JOIN household h ON h.id = m.householdId AND h.deletedAt IS NULL WHERE s.id = ? ORDER BY m.startDate DESC LIMIT 1`, [studentId]);
}

/** The present memberships of a household. */
export function readMemberships(db: Reader, householdId: string): Membership[] {
  return db.all<Membership>('SELECT id, personId, startDate FROM household_member WHERE householdId = ? AND endDate IS NULL AND deletedAt IS NULL', [householdId]);
}

/** The household of which a person is a member now, by membership. */
export function findMembership(db: Reader, personId: string): (Membership & { householdId: string }) | undefined {
  return db.get('SELECT id, personId, startDate, householdId FROM household_member WHERE personId = ? AND endDate IS NULL AND deletedAt IS NULL', [personId]);
}

export interface PersonRow {
  personId: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  studentId: string | null; studentNo: string | null; level: string | null; division: string | null;
}

/** Of some people, those whom a scope reaches: students in it, and guardians of such students. Students first, then by age. */
export function readPeople(db: Reader, personIds: readonly string[], scope: RowScope): PersonRow[] {
  const own = studentsInScope(scope, 's.id'), children = studentsInScope(scope, 'g.studentId');
  return db.all<PersonRow>(
    `SELECT p.id AS personId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, s.id AS studentId, s.studentNo, c.level, c.division
     FROM json_each(@ids) j CROSS JOIN person p ON p.id = j.value AND p.deletedAt IS NULL
     LEFT JOIN student s ON s.personId = p.id AND s.deletedAt IS NULL LEFT JOIN student_card c ON c.studentId = s.id
     WHERE (s.id IS NOT NULL AND ${own.sql})
       OR EXISTS (SELECT 1 FROM guardian_link g WHERE g.personId = p.id AND g.deletedAt IS NULL AND ${children.sql})
     ORDER BY s.id IS NULL, p.birthDate, p.sortKey, p.id`, { ids: JSON.stringify(personIds), ...own.params, ...children.params });
}

export interface Relative { personId: string; why: 'self' | 'guardian' | 'sibling' | 'sameAddress' }

/** Who may share a home with a student: the guardians, whoever has the same guardian, and students at the very same address. */
export function findRelatives(db: Reader, studentId: string): Relative[] {
  return db.all<Relative>(
    `WITH me AS (SELECT personId FROM student WHERE id = @studentId),
     behind AS (SELECT personId FROM guardian_link WHERE studentId = @studentId AND deletedAt IS NULL AND noContact = 0)
     SELECT personId, 'self' AS why FROM me
     UNION SELECT personId, 'guardian' FROM behind
     UNION SELECT s.personId, 'sibling' FROM behind CROSS JOIN guardian_link g ON g.personId = behind.personId AND g.deletedAt IS NULL
       CROSS JOIN student s ON s.id = g.studentId AND s.deletedAt IS NULL WHERE s.id <> @studentId
     UNION SELECT s.personId, 'sameAddress' FROM me CROSS JOIN contact_point a ON a.personId = me.personId AND a.kind = 'address' AND a.endDate IS NULL AND a.deletedAt IS NULL
       CROSS JOIN contact_point o ON o.value = a.value AND o.kind = 'address' AND o.endDate IS NULL AND o.deletedAt IS NULL
       CROSS JOIN student s ON s.personId = o.personId AND s.deletedAt IS NULL WHERE s.id <> @studentId`, { studentId });
}

/** The student's person. */
export function personOf(db: Reader, studentId: string): string {
  return db.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [studentId])?.personId ?? '';
}
