import type { DisclosureFilter, DisclosureRow } from '#contract/disclosures.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import { foldText } from '../search/index.ts';
import type { Reader, Value } from '../store/reader.ts';

type Stored = Omit<DisclosureRow, 'students' | 'studentsTotal' | 'isWhole' | 'byList'> & { fileId: string | null };
export type DisclosedStudent = DisclosureRow['students'][number];

const columns = 'd.id, d.rev, d.date, d.recipient, d.purpose, d.basis, d.content, d.note, d.fileId';
const isLive = 'd.deletedAt IS NULL';

/**
 * The condition of a page of the log, and its parameters: a caller whose grants do not reach the whole school sees what is about some
 * student of theirs.
 */
export function disclosureCondition(db: Reader, filter: DisclosureFilter, scope: RowScope): { sql: string; params: Record<string, Value> } {
  const parts = [isLive];
  const params: Record<string, Value> = {};
  const add = (sql: string, values: Record<string, Value>) => { parts.push(sql); Object.assign(params, values); };
  if (filter.studentId !== null) add('d.id IN (SELECT disclosureId FROM disclosure_student WHERE studentId = @studentId AND deletedAt IS NULL)', { studentId: filter.studentId });
  else if (!scope.all) {
    const limited = studentsInScope(scope, 'x.studentId');
    add(`EXISTS (SELECT 1 FROM disclosure_student x WHERE x.disclosureId = d.id AND x.deletedAt IS NULL AND ${limited.sql})`, limited.params);
  }
  if (filter.recipient !== '') add('d.recipient IN (SELECT value FROM json_each(@recipients))', { recipients: JSON.stringify(findRecipients(db, filter.recipient)) });
  if (filter.from !== null) add('d.date >= @from', { from: filter.from });
  if (filter.to !== null) add('d.date <= @to', { to: filter.to });
  return { sql: parts.join(' AND '), params };
}

/** Recipients whose name contains what was typed, whatever the case and the accents: SQLite folds neither in Greek. */
function findRecipients(db: Reader, typed: string): string[] {
  const part = foldText(typed);
  return db.all<{ recipient: string }>('SELECT DISTINCT recipient FROM disclosure WHERE deletedAt IS NULL').map(({ recipient }) => recipient).filter((recipient) => foldText(recipient).includes(part));
}

/** The SQL of one page, for the query-plan test as well: latest first. */
export const disclosurePageSql = (condition: string): string =>
  `SELECT ${columns} FROM disclosure d WHERE ${condition} ORDER BY d.date DESC, d.id DESC LIMIT @limit OFFSET @offset`;

/** A page of the log, and how many match in all. */
export function readDisclosures(db: Reader, filter: DisclosureFilter, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: Stored[] } {
  const { sql, params } = disclosureCondition(db, filter, scope);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM disclosure d WHERE ${sql}`, params)?.n ?? 0;
  return { total, rows: db.all<Stored>(disclosurePageSql(sql), { ...params, ...paging }) };
}

/** One of them. */
export function readDisclosure(db: Reader, id: string): Stored | undefined {
  return db.get<Stored>(`SELECT ${columns} FROM disclosure d WHERE d.id = ? AND ${isLive}`, [id]);
}

/** Whom some disclosures are about: those within the scope by name, at most `named` of each, and how many there are of either. */
export function readDisclosedStudents(db: Reader, ids: readonly string[], scope: RowScope, named: number): Map<string, { students: DisclosedStudent[]; visible: number; total: number }> {
  const limited = studentsInScope(scope, 'x.studentId');
  const found = new Map(ids.map((id) => [id, { students: [] as DisclosedStudent[], visible: 0, total: 0 }]));
  const json = JSON.stringify(ids);
  for (const { id, total, visible } of db.all<{ id: string; total: number; visible: number }>(
    `SELECT x.disclosureId AS id, count(*) AS total, coalesce(sum(${limited.sql}), 0) AS visible
     FROM json_each(@ids) j CROSS JOIN disclosure_student x ON x.disclosureId = j.value WHERE x.deletedAt IS NULL GROUP BY x.disclosureId`, { ids: json, ...limited.params })) {
    Object.assign(found.get(id) ?? {}, { total, visible });
  }
  for (const { disclosureId, ...student } of db.all<DisclosedStudent & { disclosureId: string }>(
    `SELECT * FROM (
       SELECT x.disclosureId, s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin,
         row_number() OVER (PARTITION BY x.disclosureId ORDER BY p.sortKey, s.id) AS nth
       FROM json_each(@ids) j CROSS JOIN disclosure_student x ON x.disclosureId = j.value CROSS JOIN student s ON s.id = x.studentId CROSS JOIN person p ON p.id = s.personId
       WHERE x.deletedAt IS NULL AND ${limited.sql}) WHERE nth <= @named ORDER BY disclosureId, nth`, { ids: json, named, ...limited.params })) {
    const { studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin } = student;
    found.get(disclosureId)?.students.push({ studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin });
  }
  return found;
}

/** The rows by which students stand on a disclosure. */
export function readLinks(db: Reader, disclosureId: string): { id: string; studentId: string }[] {
  return db.all('SELECT id, studentId FROM disclosure_student WHERE disclosureId = ? AND deletedAt IS NULL', [disclosureId]);
}

/** Of some students, those who have opted out of directories. */
export function readOptedOut(db: Reader, studentIds: readonly string[]): Set<string> {
  return new Set(db.all<{ id: string }>(
    'SELECT s.id FROM json_each(?) j CROSS JOIN student s ON s.id = j.value WHERE s.directoryOptOut = 1', [JSON.stringify(studentIds)]).map(({ id }) => id));
}

export interface DisclosureLine extends Omit<DisclosedStudent, 'studentId'> { date: string; recipient: string; purpose: string; basis: DisclosureRow['basis']; content: string; note: string | null }

/** The log with one line for each disclosure and student within the scope, latest first. */
export function readDisclosureLines(db: Reader, filter: DisclosureFilter, scope: RowScope): DisclosureLine[] {
  const { sql, params } = disclosureCondition(db, filter, scope);
  const limited = studentsInScope(scope, 'l.studentId');
  return db.all<DisclosureLine>(
    `SELECT d.date, d.recipient, d.purpose, d.basis, d.content, d.note, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM disclosure d CROSS JOIN disclosure_student l ON l.disclosureId = d.id AND l.deletedAt IS NULL CROSS JOIN student s ON s.id = l.studentId CROSS JOIN person p ON p.id = s.personId
     WHERE ${sql} AND ${limited.sql} AND (@only IS NULL OR l.studentId = @only) ORDER BY d.date DESC, d.id DESC, p.sortKey`, { ...params, ...limited.params, only: filter.studentId });
}
