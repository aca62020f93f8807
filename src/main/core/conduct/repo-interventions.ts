import type { InterventionRow } from '#contract/conduct.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { studentColumns, studentJoins, studentOf, type WithStudent } from './repo-names.ts';

export interface InterventionFilter { studentId: string | null; state: 'due' | 'active' | 'ended' | 'all'; kind: string | null; today: string }
type Row = WithStudent & Omit<InterventionRow, 'student' | 'isDue'> & { isDue: number };

function conditionOf(filter: InterventionFilter, scope: RowScope): { sql: string; params: Record<string, Value> } {
  const limited = studentsInScope(scope, 'x.studentId');
  const parts = ['x.deletedAt IS NULL', limited.sql];
  const params: Record<string, Value> = { ...limited.params };
  if (filter.state === 'due') { parts.push('x.reviewDate <= @today AND x.endDate IS NULL'); params.today = filter.today; }
  if (filter.state === 'active') parts.push('x.endDate IS NULL');
  if (filter.state === 'ended') parts.push('x.endDate IS NOT NULL');
  if (filter.studentId !== null) { parts.push('x.studentId = @studentId'); params.studentId = filter.studentId; }
  if (filter.kind !== null) { parts.push('x.kind = @kind'); params.kind = filter.kind; }
  return { sql: parts.join(' AND '), params };
}

const columns = `x.id, x.rev, x.incidentId, x.kind, x.goal, x.startDate, x.reviewDate, x.endDate, x.outcome, x.ownerId, u.displayName AS owner,
  (SELECT count(*) FROM follow_up WHERE interventionId = x.id AND deletedAt IS NULL) AS followUps, (x.endDate IS NULL AND coalesce(x.reviewDate <= @day, 0)) AS isDue`;
const toRow = (row: Row): InterventionRow => {
  const { id, rev, incidentId, kind, goal, startDate, reviewDate, endDate, outcome, ownerId, owner, followUps, isDue } = row;
  return { id, rev, incidentId, kind, goal, startDate, reviewDate, endDate, outcome, ownerId, owner, followUps, isDue: isDue === 1, student: studentOf(row) };
};

/** A page of interventions: those under way first, the one whose review comes first at the top. */
export function readInterventions(db: Reader, filter: InterventionFilter, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: InterventionRow[] } {
  const { sql, params } = conditionOf(filter, scope);
  const rows = db.all<Row>(
    `SELECT ${columns}, ${studentColumns} FROM intervention x ${studentJoins} LEFT JOIN user u ON u.id = x.ownerId WHERE ${sql}
     ORDER BY x.endDate IS NOT NULL, x.reviewDate IS NULL, iif(x.endDate IS NULL, x.reviewDate, NULL), x.startDate DESC, x.id DESC LIMIT @limit OFFSET @offset`,
    { ...params, ...paging, day: filter.today });
  return { total: countInterventions(db, filter, scope), rows: rows.map(toRow) };
}

/** How many interventions match. */
export function countInterventions(db: Reader, filter: InterventionFilter, scope: RowScope): number {
  const { sql, params } = conditionOf(filter, scope);
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM intervention x WHERE ${sql}`, params)?.n ?? 0;
}

/** One intervention; the caller has checked whose it is. */
export function readIntervention(db: Reader, id: string, today: string): InterventionRow | undefined {
  const row = db.get<Row>(`SELECT ${columns}, ${studentColumns} FROM intervention x ${studentJoins} LEFT JOIN user u ON u.id = x.ownerId WHERE x.id = @id AND x.deletedAt IS NULL`,
    { id, day: today });
  return row && toRow(row);
}

/** Those who can see to an intervention: everybody with an account in use. */
export function readOwners(db: Reader): { id: string; name: string }[] {
  return db.all('SELECT id, displayName AS name FROM user WHERE disabledAt IS NULL AND deletedAt IS NULL ORDER BY displayName, id');
}
