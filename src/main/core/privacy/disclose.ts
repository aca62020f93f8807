import type { Outgoing } from '#contract/disclosures.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { PrepareAgain } from '../kernel/handlers.ts';
import type { Reader } from '../store/reader.ts';
import { disclosure, disclosureStudent } from '../store/schema/index.ts';
import { readOptedOut } from './repo-disclosures.ts';

/** Who may be on a list: of a directory that leaves the school, nobody who has opted out of it. */
export function leaveOut<T extends { id: string }>(db: Reader, rows: readonly T[], outgoing: Outgoing | null): { rows: readonly T[]; leftOut: number } {
  if (outgoing?.basis !== 'directory') return { rows, leftOut: 0 };
  const out = readOptedOut(db, rows.map(({ id }) => id));
  const kept = rows.filter(({ id }) => !out.has(id));
  return { rows: kept, leftOut: rows.length - kept.length };
}

/** Writes down, in the change set of the list itself, that it leaves the school. `content`: what the list says, in words. */
export function recordDisclosure(ctx: Pick<CommandContext, 'db' | 'now'>, outgoing: Outgoing, list: { content: string; fileId: string; studentIds: readonly string[] }): void {
  const { content, fileId } = list;
  const studentIds = [...new Set(list.studentIds)];
  // Somebody opted out while the list was being made.
  if (outgoing.basis === 'directory' && readOptedOut(ctx.db, studentIds).size > 0) throw new PrepareAgain();
  const disclosureId = ctx.db.insert(disclosure, { ...outgoing, date: localDate(ctx.now), content, fileId });
  for (const studentId of studentIds) ctx.db.insert(disclosureStudent, { disclosureId, studentId });
}
