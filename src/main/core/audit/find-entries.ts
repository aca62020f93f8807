import type { AuditEntry, AuditFilter } from '#contract/audit.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { fieldClassesFor } from '../access/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { startOfDay } from '../kernel/dates.ts';
import type { Reader } from '../store/reader.ts';
import { findSpan, type AuditQuery, type AuditRow } from './repo-audit.ts';
import { readRowsOf, readSubject, readSubjectOfChange, type Subject } from './repo-subjects.ts';
import { proceduresOf } from './rules-procedures.ts';

const always = { from: 0, to: 8.64e15 };

/** The classes of fields that the caller may see by the permission of this call. */
export const classesOf = (ctx: Pick<QueryContext, 'access' | 'needed'>): FieldClass[] => (ctx.access ? fieldClassesFor(ctx.access, ctx.needed()) : []);

/** What a filter asks for, worked out against the record. Null when nothing can match. */
export function queryOf(ctx: QueryContext, filter: AuditFilter): AuditQuery | null {
  const { actorId, procedure, kind } = filter;
  const from = filter.from === null ? always.from : startOfDay(filter.from);
  const to = filter.to === null ? always.to : startOfDay(filter.to, 1);
  const bounds = filter.from === null && filter.to === null ? null : findSpan(ctx.db, from, to);
  if (bounds === null && (filter.from !== null || filter.to !== null)) return null;
  return {
    actorId, procedure, kind,
    procedures: filter.resource === null ? null : proceduresOf(filter.resource),
    ids: filter.targetId === null ? null : readRowsOf(ctx.db, filter.targetId, classesOf(ctx)),
    span: bounds && { from, to, ...bounds },
  };
}

/** Says of rows which record each is about. Of many rows about the same record it is looked up once. */
export function createNaming(db: Reader, classes: readonly FieldClass[]): (row: AuditRow) => AuditEntry {
  const seen = new Set(classes);
  const known = new Map<string, Subject | null>();
  const named = (id: string) => {
    let subject = known.get(id);
    if (subject === undefined) known.set(id, (subject = readSubject(db, id, seen)));
    return subject;
  };
  return (row) => {
    const subject = row.targetId !== null ? named(row.targetId) : row.kind === 'change' ? readSubjectOfChange(db, row.id, row.rows, seen) : null;
    return { ...row, targetId: subject?.id ?? row.targetId, targetEntity: subject?.entity ?? null, target: subject?.label ?? null };
  };
}
