import type { AuditEntry, AuditKind } from '#contract/audit.ts';
import type { Reader, Value } from '../store/reader.ts';
import { auditTable, touchesRecords } from '../journal/audit-entry.ts';

/** Which entries are asked for. `procedures`: one of these. `ids`: that touched or were about one of these records. */
export interface AuditQuery {
  actorId: string | null; procedure: string | null; procedures: readonly string[] | null; kind: AuditKind | null; ids: readonly string[] | null;
  /** From an instant until before another, and the first and last change set in between. */
  span: { from: number; to: number; first: number; last: number } | null;
}

interface Stored extends Omit<AuditEntry, 'entities' | 'kind' | 'target' | 'targetEntity' | 'userId'> { kind: AuditKind | null; entities: string; userId: string | null }
/** An entry before it is said what its record is called. */
export type AuditRow = Omit<AuditEntry, 'target' | 'targetEntity'>;

/** Entries of these kinds are written while nobody is signed in yet: whoever they are about did them. */
const beforeSignIn = `('signIn', 'signInRefused', 'lockedOut', 'recovery')`;

/**
 * The conditions of a query. Where an index has what is looked for in another order than that of the entries, it gives a list of their
 * numbers, so that a page is never sorted and the record never read from end to end for a few of them.
 */
export function auditSql(query: AuditQuery): { from: string; where: string; order: string; params: Record<string, Value> } {
  const ofEntries = query.kind !== null && query.kind !== 'change';
  const order = ofEntries ? 'e.changeSetId' : 'c.id';
  const from = ofEntries ? `${auditTable} e CROSS JOIN change_set c ON c.id = e.changeSetId` : `change_set c LEFT JOIN ${auditTable} e ON e.changeSetId = c.id`;
  const parts = [ofEntries ? 'e.kind = @kind' : query.kind === 'change' ? `e.id IS NULL AND ${touchesRecords('c')}` : `(e.id IS NOT NULL OR (${touchesRecords('c')}))`];
  const params: Record<string, Value> = ofEntries ? { kind: query.kind } : {};
  const add = (sql: string, more: Record<string, Value>) => { parts.push(sql); Object.assign(params, more); };
  if (query.actorId !== null) {
    add(`${order} IN (SELECT id FROM change_set WHERE actorId = @actorId
      UNION ALL SELECT changeSetId FROM ${auditTable} WHERE userId = @actorId AND kind IN ${beforeSignIn})`, { actorId: query.actorId });
  }
  if (query.procedure !== null) add('c.procedure = @procedure', { procedure: query.procedure });
  if (query.procedures !== null) {
    add(`${order} IN (SELECT id FROM change_set WHERE procedure IN (SELECT value FROM json_each(@procedures)))`, { procedures: JSON.stringify(query.procedures) });
  }
  if (query.ids !== null) {
    const ids = '(SELECT value FROM json_each(@ids))';
    add(`${order} IN (SELECT changeSetId FROM row_change WHERE rowId IN ${ids}
      UNION ALL SELECT changeSetId FROM ${auditTable} WHERE targetId IN ${ids} UNION ALL SELECT changeSetId FROM ${auditTable} WHERE userId IN ${ids})`, { ids: JSON.stringify(query.ids) });
  }
  if (query.span) add(`${order} BETWEEN @first AND @last AND c.at >= @from AND c.at < @to`, query.span);
  return { from, where: parts.join(' AND '), order, params };
}

const columns = `c.id, c.at, e.kind, c.actorId, u.displayName AS actor, c.device, c.procedure, e.detail, e.targetId, e.userId, v.displayName AS about, coalesce(e.times, 1) AS times,
  c.rows - (SELECT count(*) FROM ${auditTable} x WHERE x.changeSetId = c.id) AS rows, c.entities, c.reason`;

/** A page of entries, latest first. */
export function entriesSql(query: AuditQuery): { sql: string; params: Record<string, Value> } {
  const { from, where, order, params } = auditSql(query);
  return { sql: `SELECT ${columns} FROM ${from} LEFT JOIN user u ON u.id = c.actorId LEFT JOIN user v ON v.id = e.userId WHERE ${where} ORDER BY ${order} DESC LIMIT @limit OFFSET @offset`, params };
}

/** Entries, latest first: the change sets that touched records, and whatever else was written down. */
export function readEntries(db: Reader, query: AuditQuery, paging: { offset: number; limit: number }): AuditRow[] {
  const { sql, params } = entriesSql(query);
  return db.all<Stored>(sql, { ...params, offset: paging.offset, limit: paging.limit }).map((row) => ({
    ...row, kind: row.kind ?? 'change', entities: (JSON.parse(row.entities) as string[]).filter((entity) => entity !== auditTable),
  }));
}

/** How many entries a query finds. */
export function countEntries(db: Reader, query: AuditQuery): number {
  const { from, where, params } = auditSql(query);
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`, params)?.n ?? 0;
}

/** The first and the last change set of a stretch of time; null when there is none. By time, not by number: a clock may have been set back. */
export function findSpan(db: Reader, from: number, to: number): { first: number; last: number } | null {
  const { first, last } = db.get<{ first: number | null; last: number | null }>(
    'SELECT min(id) AS first, max(id) AS last FROM change_set WHERE at >= ? AND at < ?', [from, to]) ?? { first: null, last: null };
  return first === null || last === null ? null : { first, last };
}

/** Accounts that appear in the record, by name. */
export function readActors(db: Reader): { id: string; name: string }[] {
  return db.all(`SELECT u.id, u.displayName AS name FROM user u WHERE EXISTS (SELECT 1 FROM change_set WHERE actorId = u.id)
    OR EXISTS (SELECT 1 FROM ${auditTable} WHERE userId = u.id) ORDER BY u.displayName, u.id`);
}

/** Which of these procedures appear in the record. */
export function readProcedures(db: Reader, names: readonly string[]): string[] {
  return db.all<{ value: string }>(
    `SELECT value FROM json_each(?) n WHERE EXISTS (SELECT 1 FROM change_set c WHERE c.procedure = n.value AND c.rows > 0)`, [JSON.stringify(names)]).map(({ value }) => value);
}

/** The number of the last change set: they count up without gaps. */
export function countChangeSets(db: Reader): number {
  return db.get<{ n: number }>('SELECT coalesce(max(id), 0) AS n FROM change_set')?.n ?? 0;
}
