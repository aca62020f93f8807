import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** When the chain was last recomputed, how many change sets fitted, and the first that did not. */
export interface ChainCheck { at: number; checked: number; brokenAt: number | null }

/** The last check of the chain. */
export function readChainCheck(db: Reader): ChainCheck | undefined {
  return db.get<ChainCheck>('SELECT at, checked, brokenAt FROM chain_check WHERE id = 1');
}

/** Keeps a check. Not journaled: it says something of the journal, not of the school. */
export function saveChainCheck(db: Writer, { at, checked, brokenAt }: ChainCheck): void {
  db.run(`INSERT INTO chain_check (id, at, checked, brokenAt) VALUES (1, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, checked = excluded.checked, brokenAt = excluded.brokenAt`, [at, checked, brokenAt]);
}
