import type { FollowUp, IncidentRow } from '#contract/conduct.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { studentColumns, studentJoins, studentOf, type WithStudent } from './repo-names.ts';

/** Whose incidents a caller sees, and whether those of safeguarding too. */
export interface IncidentView { scope: RowScope; seesSafeguarding: boolean }
export interface IncidentFilter {
  studentId: string | null; status: 'open' | 'followUp' | 'closed' | 'unsettled' | 'overdue' | 'all'; kind: string | null; from: string | null; to: string | null;
  /** An unsettled incident of an earlier day is overdue. */
  overdueBefore: string;
}

/** An incident as it is stored, with its author's name and how many follow-ups it has. */
export interface StoredIncident extends Pick<IncidentRow, 'id' | 'rev' | 'date' | 'time' | 'kind' | 'severity' | 'status' | 'description' | 'author' | 'followUps'> {
  isSafeguarding: number; closedOn: string | null; place: string | null; action: string | null;
}

/** The condition under which an incident is there for a caller; everything that reads incidents has it in its SQL. */
function visible({ scope, seesSafeguarding }: IncidentView): { sql: string; params: Record<string, Value> } {
  const limited = studentsInScope(scope, 'v.studentId');
  const parts = ['i.deletedAt IS NULL'];
  if (!seesSafeguarding) parts.push('i.isSafeguarding = 0');
  if (!scope.all) parts.push(`EXISTS (SELECT 1 FROM incident_student v WHERE v.incidentId = i.id AND v.deletedAt IS NULL AND ${limited.sql})`);
  return { sql: parts.join(' AND '), params: limited.params };
}

function conditionOf(filter: IncidentFilter, view: IncidentView): { sql: string; params: Record<string, Value> } {
  const shown = visible(view);
  const parts = [shown.sql];
  const params: Record<string, Value> = { ...shown.params };
  const add = (sql: string, values: Record<string, Value> = {}) => { parts.push(sql); Object.assign(params, values); };
  if (filter.studentId !== null) {
    add('i.id IN (SELECT incidentId FROM incident_student WHERE studentId = @studentId AND deletedAt IS NULL)', { studentId: filter.studentId });
  }
  if (filter.status === 'unsettled') add(`i.status IN ('open', 'followUp')`);
  else if (filter.status === 'overdue') add(`i.status IN ('open', 'followUp') AND i.date < @before`, { before: filter.overdueBefore });
  else if (filter.status !== 'all') add('i.status = @status', { status: filter.status });
  if (filter.kind !== null) add('i.kind = @kind', { kind: filter.kind });
  if (filter.from !== null) add('i.date >= @from', { from: filter.from });
  if (filter.to !== null) add('i.date <= @to', { to: filter.to });
  return { sql: parts.join(' AND '), params };
}

const columns = `i.id, i.rev, i.date, i.time, i.place, i.kind, i.severity, i.description, i.action, i.status, i.isSafeguarding, i.closedOn,
  coalesce((SELECT displayName FROM user WHERE id = i.createdBy), '') AS author,
  (SELECT count(*) FROM follow_up WHERE incidentId = i.id AND deletedAt IS NULL) AS followUps`;

/** A page of incidents, newest first, and how many match in all. */
export function readIncidents(db: Reader, filter: IncidentFilter, view: IncidentView, paging: { offset: number; limit: number }): { total: number; rows: StoredIncident[] } {
  const { sql, params } = conditionOf(filter, view);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM incident i WHERE ${sql}`, params)?.n ?? 0;
  return {
    total,
    rows: db.all<StoredIncident>(`SELECT ${columns} FROM incident i WHERE ${sql} ORDER BY i.date DESC, i.time DESC, i.id DESC LIMIT @limit OFFSET @offset`, { ...params, ...paging }),
  };
}

/** How many incidents are overdue, of those that a caller sees. */
export function countIncidents(db: Reader, filter: IncidentFilter, view: IncidentView): number {
  const { sql, params } = conditionOf(filter, view);
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM incident i WHERE ${sql}`, params)?.n ?? 0;
}

/** One incident, if the caller sees it. */
export function readIncident(db: Reader, id: string, view: IncidentView): StoredIncident | undefined {
  const shown = visible(view);
  return db.get<StoredIncident>(`SELECT ${columns} FROM incident i WHERE i.id = @id AND ${shown.sql}`, { id, ...shown.params });
}

export type InvolvedRow = WithStudent & { id: string; incidentId: string; role: IncidentRow['students'][number]['role']; isVisible: number };

/** Who is involved in some incidents, in the order of their names; `isVisible` 0: out of the caller's scope. */
export function readInvolved(db: Reader, incidentIds: readonly string[], scope: RowScope): InvolvedRow[] {
  const limited = studentsInScope(scope, 'x.studentId');
  return db.all<InvolvedRow>(
    `SELECT x.id, x.incidentId, x.role, (${limited.sql}) AS isVisible, ${studentColumns}
     FROM json_each(@ids) j CROSS JOIN incident_student x ON x.incidentId = j.value ${studentJoins} WHERE x.deletedAt IS NULL ORDER BY p.sortKey, x.id`,
    { ids: JSON.stringify(incidentIds), ...limited.params });
}

/** An involved student without what stands beside. */
export const involvedOf = (row: InvolvedRow): IncidentRow['students'][number] => ({ ...studentOf(row), role: row.role });

/** The follow-up of an incident or an intervention, newest first. */
export function readFollowUps(db: Reader, column: 'incidentId' | 'interventionId', id: string): FollowUp[] {
  return db.all<FollowUp>(
    `SELECT f.id, f.rev, f.date, f.text, coalesce(u.displayName, '') AS author FROM follow_up f LEFT JOIN user u ON u.id = f.createdBy
     WHERE f.${column} = ? AND f.deletedAt IS NULL ORDER BY f.date DESC, f.id DESC`, [id]);
}

/** To what a follow-up belongs; undefined when it is gone. */
export function readFollowUpParent(db: Reader, id: string): { incidentId: string | null; interventionId: string | null } | undefined {
  return db.get('SELECT incidentId, interventionId FROM follow_up WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** What goes with an incident when it is removed, by kind. */
export function countOnIncident(db: Reader, id: string): { entity: string; count: number }[] {
  return (['incident_student', 'follow_up'] as const).map((entity) => ({
    entity, count: db.get<{ n: number }>(`SELECT count(*) AS n FROM ${entity} WHERE incidentId = ? AND deletedAt IS NULL`, [id])?.n ?? 0,
  })).filter(({ count }) => count > 0);
}

/** The interventions that began with an incident. */
export function readInterventionsOn(db: Reader, incidentId: string): string[] {
  return db.all<{ id: string }>('SELECT id FROM intervention WHERE incidentId = ? AND deletedAt IS NULL', [incidentId]).map(({ id }) => id);
}
