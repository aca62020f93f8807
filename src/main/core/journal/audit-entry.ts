import { auditEntry } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

/** The table of entries. They are part of the journal itself: no history shows their cells, and nothing takes them back. */
export const auditTable = 'audit_entry';
/** SQL that is true of a change set that touched records, not only such entries. `set`: the alias of `change_set`. */
export const touchesRecords = (set: string): string => `${set}.rows > 0 AND ${set}.entities <> '["${auditTable}"]'`;

export type AuditKind = (typeof auditEntry.$inferInsert)['kind'];

/** Something worth knowing besides changed rows. `detail`: an error code, a field class, what was done to an account; never what a record says. */
export interface AuditFacts { kind: AuditKind; detail: string; targetId?: string | null; userId?: string | null; times?: number }

/** Writes an entry into the open change set, whose head says who, when and by which procedure. */
export function writeAuditEntry(db: Writer, { kind, detail, targetId = null, userId = null, times = 1 }: AuditFacts): void {
  db.insert(auditEntry, { kind, detail, targetId, userId, times });
}

/** An entry that is written after the call that it is about, in a change set of its own under that call's head. */
export interface AuditNote extends AuditFacts { at: number; actorId: string | null; device: string; procedure: string }
