import type { TableSource } from './repo-tables.ts';

/** The children of a guardian that the caller may see: others are not told of. */
const isChild = 'g.personId = @id AND g.deletedAt IS NULL AND g.studentId IN (SELECT value FROM json_each(@children))';

/** What the school keeps of a guardian: `@id` is the person. */
export const guardianTables: readonly TableSource[] = [
  {
    area: 'person', key: 'person', columns: ['familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'sex', 'createdAt'],
    sql: 'SELECT familyEl, givenEl, familyLatin, givenLatin, sex, createdAt FROM person WHERE id = @id',
  },
  {
    area: 'contacts', key: 'contacts', fieldClass: 'contact', columns: ['contactKind', 'value', 'startDate', 'endDate'],
    sql: 'SELECT kind AS contactKind, value, startDate, endDate FROM contact_point WHERE personId = @id AND deletedAt IS NULL ORDER BY endDate IS NOT NULL, kind, endDate DESC',
  },
  {
    area: 'contacts', key: 'households', fieldClass: 'contact', columns: ['address', 'postalCode', 'city', 'phone', 'startDate', 'endDate'],
    sql: `SELECT h.address, h.postalCode, h.city, h.phone, m.startDate, m.endDate FROM household_member m JOIN household h ON h.id = m.householdId WHERE m.personId = @id AND m.deletedAt IS NULL ORDER BY m.startDate DESC`,
  },
  {
    area: 'children', key: 'children', columns: ['studentNo', 'familyEl', 'givenEl', 'relation', 'priority', 'custody', 'mayPickUp', 'receivesReports', 'noContact', 'noContactUntil', 'noContactNote'],
    sql: `SELECT s.studentNo, p.familyEl, p.givenEl, g.relation, g.priority, g.custody, g.mayPickUp, g.receivesReports, g.noContact, g.noContactUntil, g.noContactNote
      FROM guardian_link g JOIN student s ON s.id = g.studentId JOIN person p ON p.id = s.personId WHERE ${isChild} ORDER BY s.studentNo`,
  },
  {
    area: 'calls', key: 'calls', columns: ['date', 'studentNo', 'outcome', 'note'],
    sql: `SELECT l.date, s.studentNo, l.outcome, l.note FROM guardian_link g JOIN contact_log l ON l.guardianLinkId = g.id AND l.deletedAt IS NULL JOIN student s ON s.id = l.studentId WHERE ${isChild} ORDER BY l.date`,
  },
  {
    area: 'consents', key: 'consents', fieldClass: 'contact', columns: ['studentNo', 'consentPurpose', 'given', 'date', 'validUntil', 'note'],
    sql: `SELECT s.studentNo, c.purpose AS consentPurpose, c.given, c.date, c.validUntil, c.note FROM guardian_link g JOIN consent c ON c.guardianLinkId = g.id AND c.deletedAt IS NULL
      JOIN student s ON s.id = c.studentId WHERE ${isChild} AND c.purpose <> 'medicalCare' ORDER BY c.date`,
  },
  {
    area: 'consents', key: 'consentsMedical', fieldClass: 'health', columns: ['studentNo', 'consentPurpose', 'given', 'date', 'validUntil', 'note'],
    sql: `SELECT s.studentNo, c.purpose AS consentPurpose, c.given, c.date, c.validUntil, c.note FROM guardian_link g JOIN consent c ON c.guardianLinkId = g.id AND c.deletedAt IS NULL
      JOIN student s ON s.id = c.studentId WHERE ${isChild} AND c.purpose = 'medicalCare' ORDER BY c.date`,
  },
];
