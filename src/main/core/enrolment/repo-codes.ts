import type { EnrolmentCode } from '#contract/enrolment.ts';
import type { Reader } from '../store/reader.ts';

interface Stored extends Omit<EnrolmentCode, 'archived' | 'inUse'> { archivedAt: number | null; inUse: number }

/** The school's codes of entry and exit, in order, archived ones too. */
export function readCodes(db: Reader): EnrolmentCode[] {
  return db.all<Stored>(
    `WITH used AS (SELECT DISTINCT 'entry' AS kind, entryCode AS code FROM enrolment UNION SELECT DISTINCT 'exit', exitCode FROM enrolment)
     SELECT c.id, c.rev, c.kind, c.code, c.labelEl, c.labelEn, c.officialCode, c.position, c.archivedAt,
       EXISTS (SELECT 1 FROM used u WHERE u.kind = c.kind AND u.code = c.code) AS inUse
     FROM enrolment_code c WHERE c.deletedAt IS NULL ORDER BY c.kind, c.position, c.code`)
    .map(({ archivedAt, inUse, ...code }) => ({ ...code, archived: archivedAt !== null, inUse: inUse === 1 }));
}

/** Whether new stays may have a code. */
export function isCodeKnown(db: Reader, kind: 'entry' | 'exit', code: string): boolean {
  return db.get('SELECT 1 FROM enrolment_code WHERE kind = ? AND code = ? AND deletedAt IS NULL AND archivedAt IS NULL', [kind, code]) !== undefined;
}

/** Another live or removed code of the same name: a code never means two things. */
export function findCode(db: Reader, kind: 'entry' | 'exit', code: string): { id: string; position: number } | undefined {
  return db.get<{ id: string; position: number }>('SELECT id, position FROM enrolment_code WHERE kind = ? AND code = ?', [kind, code]);
}

/** The place after the last code of a kind. */
export function nextPosition(db: Reader, kind: 'entry' | 'exit'): number {
  return (db.get<{ last: number | null }>('SELECT max(position) AS last FROM enrolment_code WHERE kind = ?', [kind])?.last ?? -1) + 1;
}

/** Whether stays have a code: it may then be renamed, but what it is called in the records stays. */
export function isCodeUsed(db: Reader, id: string): boolean {
  return db.get(
    `SELECT 1 FROM enrolment_code c WHERE c.id = ? AND EXISTS (SELECT 1 FROM enrolment e WHERE iif(c.kind = 'entry', e.entryCode, e.exitCode) = c.code)`, [id]) !== undefined;
}
