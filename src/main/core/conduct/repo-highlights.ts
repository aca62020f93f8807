import type { Highlight } from '#contract/conduct.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { studentColumns, studentJoins, studentOf, type WithStudent } from './repo-names.ts';

export interface HighlightFilter { studentId: string | null; kind: string | null; from: string | null; to: string | null }
type Row = WithStudent & Omit<Highlight, 'student'>;

/** A page of highlights, newest first. */
export function readHighlights(db: Reader, filter: HighlightFilter, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: Highlight[] } {
  const limited = studentsInScope(scope, 'x.studentId');
  const parts = ['x.deletedAt IS NULL', limited.sql];
  const params: Record<string, Value> = { ...limited.params };
  const add = (sql: string, name: string, value: Value) => { if (value !== null) { parts.push(sql); params[name] = value; } };
  add('x.studentId = @studentId', 'studentId', filter.studentId);
  add('x.kind = @kind', 'kind', filter.kind);
  add('x.date >= @from', 'from', filter.from);
  add('x.date <= @to', 'to', filter.to);
  const where = parts.join(' AND ');
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM highlight x WHERE ${where}`, params)?.n ?? 0;
  const rows = db.all<Row>(
    `WITH page AS MATERIALIZED (SELECT x.id, x.date FROM highlight x WHERE ${where} ORDER BY x.date DESC, x.id DESC LIMIT @limit OFFSET @offset)
     SELECT x.id, x.rev, x.date, x.kind, x.text, coalesce(u.displayName, '') AS author, ${studentColumns}
     FROM page CROSS JOIN highlight x ON x.id = page.id ${studentJoins} LEFT JOIN user u ON u.id = x.createdBy ORDER BY page.date DESC, page.id DESC`, { ...params, ...paging });
  return { total, rows: rows.map((row) => ({ id: row.id, rev: row.rev, date: row.date, kind: row.kind, text: row.text, author: row.author, student: studentOf(row) })) };
}
