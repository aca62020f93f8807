import type { Attachment, Consent, HealthAlert } from '#contract/family.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';

/** Whose a record is: the student of a health alert, consent or attachment. The table names are this domain's own. */
export function studentOf(db: Reader, table: 'health_alert' | 'consent' | 'attachment', id: string): string | undefined {
  return db.get<{ studentId: string }>(`SELECT studentId FROM ${table} WHERE id = ? AND deletedAt IS NULL`, [id])?.studentId;
}

/** A student's health alerts: emergencies first, those that are over last. */
export function readAlerts(db: Reader, studentId: string): HealthAlert[] {
  return db.all<HealthAlert>(
    `SELECT id, rev, kind, severity, title, instructions, startDate, endDate, updatedAt FROM health_alert WHERE studentId = ? AND deletedAt IS NULL
     ORDER BY endDate IS NOT NULL, CASE severity WHEN 'emergency' THEN 0 WHEN 'attention' THEN 1 ELSE 2 END, startDate DESC, id DESC`, [studentId]);
}

interface ConsentRow extends Omit<Consent, 'given' | 'guardian'> {
  given: number; familyEl: string | null; givenEl: string | null; familyLatin: string | null; givenLatin: string | null;
}

/** A student's consents by purpose, latest first. */
export function readConsents(db: Reader, studentId: string): Consent[] {
  return db.all<ConsentRow>(
    `SELECT c.id, c.rev, c.purpose, c.given, c.date, c.validUntil, c.guardianLinkId AS guardianId, c.note, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM consent c LEFT JOIN guardian_link g ON g.id = c.guardianLinkId LEFT JOIN person p ON p.id = g.personId
     WHERE c.studentId = ? AND c.deletedAt IS NULL ORDER BY c.purpose, c.date DESC, c.id DESC`, [studentId],
  ).map(({ familyEl, givenEl, familyLatin, givenLatin, given, ...row }) =>
    ({ ...row, given: given === 1, guardian: familyEl === null || givenEl === null ? null : { familyEl, givenEl, familyLatin, givenLatin } }));
}

/** The files kept with a student, of these field classes, latest first. */
export function readAttachments(db: Reader, studentId: string, classes: readonly FieldClass[]): Attachment[] {
  return db.all<Attachment>(
    `SELECT a.id, a.rev, a.title, a.fieldClass, a.note, f.name AS fileName, f.mime, f.size, u.displayName AS addedBy, a.createdAt AS addedAt
     FROM attachment a JOIN stored_file f ON f.id = a.fileId LEFT JOIN user u ON u.id = a.createdBy
     WHERE a.studentId = ? AND a.fieldClass IN (SELECT value FROM json_each(?)) AND a.deletedAt IS NULL ORDER BY a.createdAt DESC, a.id DESC`,
    [studentId, JSON.stringify(classes)]);
}

/** An attachment's class and file. */
export function findAttachment(db: Reader, id: string): { fieldClass: FieldClass; fileId: string } | undefined {
  return db.get('SELECT fieldClass, fileId FROM attachment WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** Whether a student already has a file with this content, among the classes that may be seen. */
export function hasContent(db: Reader, studentId: string, hash: string, classes: readonly FieldClass[]): boolean {
  return db.get(
    `SELECT 1 FROM attachment a JOIN stored_file f ON f.id = a.fileId
     WHERE a.studentId = ? AND f.hash = ? AND a.fieldClass IN (SELECT value FROM json_each(?)) AND a.deletedAt IS NULL`, [studentId, hash, JSON.stringify(classes)]) !== undefined;
}
