import { proposedYears, retentionKinds, type RetentionRule } from '#contract/privacy.ts';
import type { Reader } from '../store/reader.ts';
import { retentionRule } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

type StoredRule = RetentionRule & { id: string | null; rev: number | null };

/** A rule for each kind: the school's, or one that the program proposes and that is not in force. */
export function readRules(db: Reader): StoredRule[] {
  const saved = new Map(db.all<Omit<StoredRule, 'active'> & { active: number }>(
    'SELECT id, rev, kind, years, active FROM retention_rule WHERE deletedAt IS NULL ORDER BY id').map((row) => [row.kind, { ...row, active: row.active === 1 }]));
  return retentionKinds.map((kind) => saved.get(kind) ?? { id: null, rev: null, kind, years: proposedYears[kind], active: false });
}

/** The rules in force. */
export const readActiveRules = (db: Reader): RetentionRule[] => readRules(db).filter(({ active }) => active).map(({ kind, years, active }) => ({ kind, years, active }));

/** Writes a rule; `conflict` when somebody changed it since it was looked at. */
export function writeRule(db: Writer, known: StoredRule, { kind, years, active }: RetentionRule, rev: number | null): void {
  if (known.id === null) db.insert(retentionRule, { kind, years, active });
  else db.update(retentionRule, known.id, { years, active }, rev);
}
