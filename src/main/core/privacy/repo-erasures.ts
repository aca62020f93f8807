import { z } from 'zod';
import { erasedKinds, type ErasureRow } from '#contract/privacy.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import { listCounts } from './rules-retention.ts';

const countsForm = z.partialRecord(z.enum(erasedKinds), z.number());
type Stored = Omit<ErasureRow, 'counts'> & { counts: string };

/** The SQL of one page, for the query-plan test as well: latest first. */
export const erasurePageSql = (condition: string): string =>
  `SELECT e.id, e.createdAt AS at, u.displayName AS "by", e.kind, e.reason, e.studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, e.counts
   FROM erasure e CROSS JOIN student s ON s.id = e.studentId CROSS JOIN person p ON p.id = s.personId LEFT JOIN user u ON u.id = e.createdBy
   WHERE ${condition} ORDER BY e.id DESC LIMIT @limit OFFSET @offset`;

/** The register of erasures, of one student or of all within the scope. */
export function readErasures(db: Reader, studentId: string | null, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: ErasureRow[] } {
  const limited = studentsInScope(scope, 'e.studentId');
  const condition = `${studentId === null ? '1' : 'e.studentId = @studentId'} AND ${limited.sql}`;
  const params = { ...limited.params, ...(studentId === null ? {} : { studentId }) };
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM erasure e WHERE ${condition}`, params)?.n ?? 0;
  const rows = db.all<Stored>(erasurePageSql(condition), { ...params, ...paging });
  return { total, rows: rows.map((row) => ({ ...row, counts: listCounts(new Map(Object.entries(countsForm.parse(JSON.parse(row.counts))) as [keyof z.infer<typeof countsForm>, number][])) })) };
}
