import type { StudentField } from '#contract/import-targets.ts';
import type { Reader } from '../store/reader.ts';
import type { Known, KnownGuardian } from './rules/compare-row.ts';
import type { Identity } from './rules/match-rows.ts';

/** What identifies each student of the school, archived ones included: their numbers are taken, too. */
export function readIdentities(db: Reader): Identity[] {
  return db.all<Identity>(
    `SELECT s.id AS studentId, s.studentNo, p.sortKey, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.birthDate, p.fatherEl, p.motherEl, p.nationalId
     FROM student s JOIN person p ON p.id = s.personId WHERE s.deletedAt IS NULL`);
}

interface KnownRow {
  studentId: string; personId: string; archivedAt: number | null; enrolmentId: string | null;
  studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; fatherEl: string | null; motherEl: string | null;
  preferred: string | null; birthDate: string | null; sex: string | null; nationalId: string | null;
  level: string | null; division: string | null; entryDate: string | null;
}

/** Students by id, with contacts, this year's stay and guardians, as an import compares with them. */
export function readKnown(db: Reader, studentIds: readonly string[], yearId: string | null): Map<string, Known> {
  const ids = JSON.stringify(studentIds);
  const known = new Map<string, Known>();
  const contacts = readContactsOf(db, `SELECT s.personId FROM json_each(@ids) j JOIN student s ON s.id = j.value`, ids);
  for (const row of db.all<KnownRow>(
    `SELECT s.id AS studentId, s.personId, s.archivedAt, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl,
       p.preferred, p.birthDate, p.sex, p.nationalId, e.id AS enrolmentId, e.level, e.division, e.entryDate
     FROM json_each(@ids) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId
     LEFT JOIN enrolment e ON e.id = (SELECT id FROM enrolment WHERE studentId = s.id AND yearId = @yearId AND deletedAt IS NULL ORDER BY entryDate DESC LIMIT 1)
     WHERE s.deletedAt IS NULL`, { ids, yearId })) {
    const { studentId, personId, archivedAt, enrolmentId, ...values } = row;
    known.set(studentId, { studentId, personId, archivedAt, enrolmentId, values: { ...values, ...contacts.get(personId) }, guardians: [] });
  }
  for (const guardian of readGuardiansOf(db, ids)) known.get(guardian.studentId)?.guardians.push(guardian);
  return known;
}

type Contact = 'email' | 'phone' | 'mobile' | 'address';

function readContactsOf(db: Reader, persons: string, ids: string): Map<string, Partial<Record<StudentField & Contact, string>>> {
  const contacts = new Map<string, Partial<Record<StudentField & Contact, string>>>();
  for (const { personId, kind, value } of db.all<{ personId: string; kind: Contact; value: string }>(
    `SELECT c.personId, c.kind, c.value FROM (${persons}) w CROSS JOIN contact_point c ON c.personId = w.personId
     WHERE c.endDate IS NULL AND c.deletedAt IS NULL ORDER BY c.id DESC`, { ids })) {
    const own = contacts.get(personId);
    if (own) own[kind] = value;
    else contacts.set(personId, { [kind]: value });
  }
  return contacts;
}

interface GuardianRow { studentId: string; linkId: string; personId: string; familyEl: string; givenEl: string; relation: string }

function readGuardiansOf(db: Reader, ids: string): (KnownGuardian & { studentId: string })[] {
  const contacts = readContactsOf(db,
    `SELECT DISTINCT g.personId FROM json_each(@ids) j JOIN guardian_link g ON g.studentId = j.value AND g.deletedAt IS NULL`, ids);
  return db.all<GuardianRow>(
    `SELECT g.studentId, g.id AS linkId, g.personId, p.familyEl, p.givenEl, g.relation
     FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.studentId = j.value JOIN person p ON p.id = g.personId
     WHERE g.deletedAt IS NULL ORDER BY g.priority, g.id`, { ids },
  ).map((row) => {
    const own = contacts.get(row.personId);
    return { ...row, phone: own?.phone ?? null, mobile: own?.mobile ?? null, email: own?.email ?? null };
  });
}

/** The newest sealed change set: what came after it has not been seen by a preview that starts now. */
export function readLatestChangeSet(db: Reader): number {
  return db.get<{ id: number }>(`SELECT max(id) AS id FROM change_set WHERE hash <> ''`)?.id ?? 0;
}

/** Students that change sets after `since` touched: themselves, their person, contacts, stays or guardians. */
export function readTouchedSince(db: Reader, since: number, own: number): { studentId: string; studentNo: string; sortKey: string }[] {
  return db.all(
    `WITH touched AS MATERIALIZED (SELECT rowId, entity, before FROM row_change WHERE changeSetId > @since AND changeSetId <> @own),
     people AS (
       SELECT rowId AS id FROM touched WHERE entity = 'person'
       UNION SELECT coalesce(c.personId, t.before ->> 'personId') FROM touched t LEFT JOIN contact_point c ON c.id = t.rowId WHERE t.entity = 'contact_point'),
     students AS (
       SELECT rowId AS id FROM touched WHERE entity = 'student'
       UNION SELECT coalesce(e.studentId, t.before ->> 'studentId') FROM touched t LEFT JOIN enrolment e ON e.id = t.rowId WHERE t.entity = 'enrolment'
       UNION SELECT coalesce(g.studentId, t.before ->> 'studentId') FROM touched t LEFT JOIN guardian_link g ON g.id = t.rowId WHERE t.entity = 'guardian_link'
       UNION SELECT s.id FROM people JOIN student s ON s.personId = people.id
       UNION SELECT g.studentId FROM people JOIN guardian_link g ON g.personId = people.id)
     SELECT students.id AS studentId, coalesce(s.studentNo, '') AS studentNo, coalesce(p.sortKey, '') AS sortKey
     FROM students LEFT JOIN student s ON s.id = students.id LEFT JOIN person p ON p.id = s.personId`, { since, own });
}

/** True when a change set after `since` touched the school's years: rows are enrolled in the open one. */
export function haveYearsChanged(db: Reader, since: number, own: number): boolean {
  return db.get(`SELECT 1 FROM row_change WHERE changeSetId > ? AND changeSetId <> ? AND entity = 'academic_year' LIMIT 1`, [since, own]) !== undefined;
}
