import type { IssuedDocument, IssuedKind } from '#contract/documents.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import { matchExpression } from '../search/index.ts';
import type { Reader, Value } from '../store/reader.ts';

/** The last number of a series that any document has, void ones and removed ones too; 0 for a new series. */
export function lastNumber(db: Reader, series: string): number {
  return db.get<{ n: number | null }>('SELECT max(number) AS n FROM issued_document WHERE series = ?', [series])?.n ?? 0;
}

export interface RegisterFilter { kind: IssuedKind | null; status: IssuedDocument['status'] | null; studentId: string | null; text: string }
interface Stored extends Omit<IssuedDocument, 'inBatch'> { inBatch: number }

/** The condition of a page of the register, and its parameters. */
export function registerCondition(filter: RegisterFilter, scope: RowScope): { sql: string; params: Record<string, Value> } {
  const limited = studentsInScope(scope, 'd.studentId');
  const parts = ['d.deletedAt IS NULL', limited.sql];
  const params: Record<string, Value> = { ...limited.params };
  const add = (sql: string, name: string, value: Value) => { if (value !== null) { parts.push(sql); params[name] = value; } };
  add('d.kind = @kind', 'kind', filter.kind);
  add('d.status = @status', 'status', filter.status);
  add('d.studentId = @studentId', 'studentId', filter.studentId);
  const match = filter.text ? matchExpression(filter.text, true) : null;
  if (filter.text) {
    const bySerial = `instr(d.serial, @text) > 0`;
    parts.push(match ? `(${bySerial} OR d.studentId IN (SELECT c.studentId FROM search_words w CROSS JOIN student_card c ON c.docId = w.rowid WHERE search_words MATCH @match))` : bySerial);
    params.text = filter.text;
    if (match) params.match = match;
  }
  return { sql: parts.join(' AND '), params };
}

/** The SQL of one page, for the query-plan test as well: by series and number, latest first. */
export const registerSql = (condition: string): string =>
  `SELECT d.id, d.rev, d.serial, d.kind, d.language, d.status, d.issuedOn, d.createdAt AS issuedAt, u.displayName AS issuedBy, d.studentId, s.studentNo,
     p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, y.label AS yearLabel, t.nameEl AS termEl, t.nameEn AS termEn, d.reason, r.serial AS replacedBy, d.batchId IS NOT NULL AS inBatch
   FROM (SELECT d.id FROM issued_document d WHERE ${condition} ORDER BY d.series DESC, d.number DESC LIMIT @limit OFFSET @offset) k
   CROSS JOIN issued_document d ON d.id = k.id
   LEFT JOIN student s ON s.id = d.studentId LEFT JOIN person p ON p.id = s.personId LEFT JOIN user u ON u.id = d.createdBy
   LEFT JOIN academic_year y ON y.id = d.yearId LEFT JOIN term t ON t.id = d.termId LEFT JOIN issued_document r ON r.id = d.replacedById
   ORDER BY d.series DESC, d.number DESC`;

/** A page of the register, and how many documents match in all. */
export function readRegister(db: Reader, filter: RegisterFilter, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: IssuedDocument[] } {
  const { sql, params } = registerCondition(filter, scope);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM issued_document d WHERE ${sql}`, params)?.n ?? 0;
  const rows = db.all<Stored>(registerSql(sql), { ...params, ...paging });
  return { total, rows: rows.map((row) => ({ ...row, inBatch: row.inBatch === 1 })) };
}

export interface IssuedRow {
  id: string; rev: number; serial: string; kind: IssuedKind; studentId: string | null; yearId: string | null; termId: string | null; language: 'el' | 'en'; issuedOn: string;
  fileId: string | null; batchId: string | null; payload: string; status: IssuedDocument['status']; reason: string | null; replacedById: string | null; firstPage: number; pages: number;
}

/** One issued document. */
export function readIssued(db: Reader, id: string): IssuedRow | undefined {
  return db.get<IssuedRow>('SELECT * FROM issued_document WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** Every document that was issued to a student, in the order of the register. */
export function readIssuedTo(db: Reader, studentId: string): IssuedRow[] {
  return db.all<IssuedRow>('SELECT * FROM issued_document WHERE studentId = ? AND deletedAt IS NULL ORDER BY issuedOn, number', [studentId]);
}

/** The document under a serial number. */
export function findBySerial(db: Reader, serial: string): IssuedRow | undefined {
  return db.get<IssuedRow>('SELECT * FROM issued_document WHERE serial = ? AND deletedAt IS NULL', [serial]);
}

export interface YearOption { id: string; label: string; isOpen: number }

/** What can be chosen when issuing. */
export function readOptions(db: Reader, scope: RowScope) {
  const limited = studentsInScope(scope, 'e.studentId');
  return {
    years: db.all<YearOption>(`SELECT id, label, status = 'open' AS isOpen FROM academic_year WHERE deletedAt IS NULL AND status <> 'planned' ORDER BY startDate DESC`),
    terms: db.all<{ id: string; yearId: string; nameEl: string; nameEn: string; hasGrades: number }>(
      `SELECT t.id, t.yearId, t.nameEl, t.nameEn, EXISTS (SELECT 1 FROM mark_count m WHERE m.termId = t.id AND m.marks > 0) AS hasGrades
       FROM term t WHERE t.deletedAt IS NULL ORDER BY t.endDate, t.startDate DESC`),
    divisions: db.all<{ yearId: string; level: string; division: string | null; students: number }>(
      `SELECT e.yearId, e.level, e.division, count(*) AS students FROM enrolment e WHERE e.deletedAt IS NULL AND ${limited.sql}
       GROUP BY e.yearId, e.level, e.division ORDER BY e.yearId, e.level, e.division`, limited.params),
  };
}

/** The id of a user by the name of the account. */
export function findUser(db: Reader, username: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM user WHERE username = ? AND deletedAt IS NULL', [username])?.id;
}
