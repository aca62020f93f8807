import type { TableSource } from './repo-tables.ts';

const incidents = (isSafeguarding: 0 | 1) => `SELECT i.date, i.time, i.place, i.kind AS incidentKind, i.severity, x.role AS incidentRole, i.description, i.action, i.status AS incidentStatus
  FROM incident_student x JOIN incident i ON i.id = x.incidentId AND i.deletedAt IS NULL WHERE x.studentId = @id AND x.deletedAt IS NULL AND i.isSafeguarding = ${isSafeguarding} ORDER BY i.date`;
const incidentSteps = (isSafeguarding: 0 | 1) => `SELECT i.date AS incidentDate, f.date, f.text
  FROM incident_student x JOIN incident i ON i.id = x.incidentId AND i.deletedAt IS NULL JOIN follow_up f ON f.incidentId = i.id AND f.deletedAt IS NULL
  WHERE x.studentId = @id AND x.deletedAt IS NULL AND i.isSafeguarding = ${isSafeguarding} ORDER BY i.date, f.date`;
const incidentColumns = ['date', 'time', 'place', 'incidentKind', 'severity', 'incidentRole', 'description', 'action', 'incidentStatus'];
const consents = (isMedical: boolean) => `SELECT c.purpose AS consentPurpose, c.given, c.date, c.validUntil, p.familyEl, p.givenEl, c.note
  FROM consent c LEFT JOIN guardian_link g ON g.id = c.guardianLinkId LEFT JOIN person p ON p.id = g.personId
  WHERE c.studentId = @id AND c.deletedAt IS NULL AND c.purpose ${isMedical ? '=' : '<>'} 'medicalCare' ORDER BY c.purpose, c.date`;
const consentColumns = ['consentPurpose', 'given', 'date', 'validUntil', 'familyEl', 'givenEl', 'note'];
const classes = ['ordinary', 'contact', 'health', 'safeguarding', 'finance'] as const;

/** How the student did from day to day, what the school knows to take care of, and what it keeps. */
export const careTables: readonly TableSource[] = [
  {
    area: 'conduct', key: 'performance', columns: ['date', 'category', 'score', 'note', 'course'],
    sql: `SELECT d.date, k.nameEl AS categoryEl, k.nameEn AS categoryEn, d.score, d.note, c.nameEl AS courseEl, c.nameEn AS courseEn
      FROM daily_performance d JOIN performance_category k ON k.id = d.categoryId LEFT JOIN section s ON s.id = d.sectionId LEFT JOIN course c ON c.id = s.courseId
      WHERE d.studentId = @id AND d.deletedAt IS NULL ORDER BY d.date`,
  },
  { area: 'conduct', key: 'highlights', columns: ['date', 'highlightKind', 'text'], sql: 'SELECT date, kind AS highlightKind, text FROM highlight WHERE studentId = @id AND deletedAt IS NULL ORDER BY date' },
  { area: 'conduct', key: 'incidents', columns: incidentColumns, sql: incidents(0) },
  { area: 'conduct', key: 'incidentSteps', columns: ['incidentDate', 'date', 'text'], sql: incidentSteps(0) },
  { area: 'conduct', key: 'incidentsSafeguarding', fieldClass: 'safeguarding', columns: incidentColumns, sql: incidents(1) },
  { area: 'conduct', key: 'incidentStepsSafeguarding', fieldClass: 'safeguarding', columns: ['incidentDate', 'date', 'text'], sql: incidentSteps(1) },
  {
    area: 'interventions', key: 'interventions', fieldClass: 'safeguarding', columns: ['interventionKind', 'goal', 'startDate', 'reviewDate', 'endDate', 'result'],
    sql: 'SELECT kind AS interventionKind, goal, startDate, reviewDate, endDate, outcome AS result FROM intervention WHERE studentId = @id AND deletedAt IS NULL ORDER BY startDate',
  },
  {
    area: 'interventions', key: 'interventionSteps', fieldClass: 'safeguarding', columns: ['goal', 'date', 'text'],
    sql: `SELECT v.goal, f.date, f.text FROM intervention v JOIN follow_up f ON f.interventionId = v.id AND f.deletedAt IS NULL WHERE v.studentId = @id AND v.deletedAt IS NULL ORDER BY v.startDate, f.date`,
  },
  {
    area: 'health', key: 'alerts', fieldClass: 'health', columns: ['healthKind', 'healthSeverity', 'title', 'instructions', 'startDate', 'endDate'],
    sql: 'SELECT kind AS healthKind, severity AS healthSeverity, title, instructions, startDate, endDate FROM health_alert WHERE studentId = @id AND deletedAt IS NULL ORDER BY startDate',
  },
  { area: 'consents', key: 'consents', fieldClass: 'contact', columns: consentColumns, sql: consents(false) },
  { area: 'consents', key: 'consentsMedical', fieldClass: 'health', columns: consentColumns, sql: consents(true) },
  {
    area: 'notes', key: 'notes', columns: ['createdAt', 'author', 'text'],
    sql: 'SELECT n.createdAt, u.displayName AS author, n.text FROM note n LEFT JOIN user u ON u.id = n.createdBy WHERE n.studentId = @id AND n.deletedAt IS NULL ORDER BY n.createdAt',
  },
  ...classes.map((fieldClass) => ({
    area: 'documents' as const, key: `attachments_${fieldClass}`, fieldClass, columns: ['title', 'note', 'fileName', 'size', 'createdAt'],
    sql: `SELECT a.title, a.note, f.name AS fileName, f.size, a.createdAt FROM attachment a JOIN stored_file f ON f.id = a.fileId
      WHERE a.studentId = @id AND a.deletedAt IS NULL AND a.fieldClass = '${fieldClass}' ORDER BY a.createdAt, a.id`,
  })),
  {
    area: 'documents', key: 'issued', columns: ['serial', 'documentKind', 'documentStatus', 'issuedOn', 'yearLabel', 'term', 'reason'],
    sql: `SELECT d.serial, d.kind AS documentKind, d.status AS documentStatus, d.issuedOn, y.label AS yearLabel, t.nameEl AS termEl, t.nameEn AS termEn, d.reason
      FROM issued_document d LEFT JOIN academic_year y ON y.id = d.yearId LEFT JOIN term t ON t.id = d.termId WHERE d.studentId = @id AND d.deletedAt IS NULL ORDER BY d.issuedOn, d.number`,
  },
  ...classes.map((fieldClass) => ({
    area: 'ownFields' as const, key: `ownFields_${fieldClass}`, fieldClass, columns: ['field', 'value'],
    sql: `SELECT f.labelEl AS fieldEl, f.labelEn AS fieldEn, v.value FROM custom_value v JOIN custom_field f ON f.id = v.fieldId
      WHERE v.studentId = @id AND v.deletedAt IS NULL AND f.fieldClass = '${fieldClass}' ORDER BY f.position`,
  })),
  {
    area: 'disclosures', key: 'disclosures', columns: ['date', 'recipient', 'purpose', 'basis', 'content', 'note'],
    sql: `SELECT d.date, d.recipient, d.purpose, d.basis, d.content, d.note FROM disclosure_student x JOIN disclosure d ON d.id = x.disclosureId AND d.deletedAt IS NULL
      WHERE x.studentId = @id AND x.deletedAt IS NULL ORDER BY d.date`,
  },
  {
    area: 'disclosures', key: 'erasures', columns: ['createdAt', 'erasureKind', 'reason'],
    sql: 'SELECT createdAt, kind AS erasureKind, reason FROM erasure WHERE studentId = @id ORDER BY id',
  },
];
