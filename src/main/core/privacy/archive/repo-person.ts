import type { TableSource } from './repo-tables.ts';

const guardians = 'guardian_link g JOIN person p ON p.id = g.personId WHERE g.studentId = @id AND g.deletedAt IS NULL';

/** Who the student is, and who stands behind them. */
export const personTables: readonly TableSource[] = [
  {
    area: 'person', key: 'person',
    columns: ['studentNo', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred', 'birthDate', 'sex', 'directoryOptOut', 'archivedAt', 'createdAt'],
    sql: `SELECT s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl, p.preferred, p.birthDate, p.sex, s.directoryOptOut, s.archivedAt, s.createdAt
      FROM student s JOIN person p ON p.id = s.personId WHERE s.id = @id`,
  },
  {
    area: 'person', key: 'identity', fieldClass: 'contact', columns: ['nationalId'],
    sql: 'SELECT p.nationalId FROM student s JOIN person p ON p.id = s.personId WHERE s.id = @id AND p.nationalId IS NOT NULL',
  },
  {
    area: 'contacts', key: 'contacts', fieldClass: 'contact', columns: ['contactKind', 'value', 'startDate', 'endDate'],
    sql: `SELECT c.kind AS contactKind, c.value, c.startDate, c.endDate FROM student s JOIN contact_point c ON c.personId = s.personId WHERE s.id = @id AND c.deletedAt IS NULL
      ORDER BY c.endDate IS NOT NULL, c.kind, c.endDate DESC`,
  },
  {
    area: 'contacts', key: 'households', fieldClass: 'contact', columns: ['address', 'postalCode', 'city', 'phone', 'startDate', 'endDate'],
    sql: `SELECT h.address, h.postalCode, h.city, h.phone, m.startDate, m.endDate FROM student s JOIN household_member m ON m.personId = s.personId AND m.deletedAt IS NULL
      JOIN household h ON h.id = m.householdId WHERE s.id = @id ORDER BY m.startDate DESC`,
  },
  {
    area: 'family', key: 'guardians', columns: ['familyEl', 'givenEl', 'relation', 'priority', 'custody', 'mayPickUp', 'receivesReports', 'noContact', 'noContactUntil', 'noContactNote'],
    sql: `SELECT p.familyEl, p.givenEl, g.relation, g.priority, g.custody, g.mayPickUp, g.receivesReports, g.noContact, g.noContactUntil, g.noContactNote FROM ${guardians} ORDER BY g.priority, g.id`,
  },
  {
    area: 'family', key: 'guardianContacts', fieldClass: 'contact', columns: ['familyEl', 'givenEl', 'contactKind', 'value', 'startDate', 'endDate'],
    sql: `SELECT p.familyEl, p.givenEl, c.kind AS contactKind, c.value, c.startDate, c.endDate FROM guardian_link g JOIN person p ON p.id = g.personId JOIN contact_point c ON c.personId = p.id AND c.deletedAt IS NULL
      WHERE g.studentId = @id AND g.deletedAt IS NULL ORDER BY g.priority, g.id, c.endDate IS NOT NULL, c.kind`,
  },
];
