import { uuidv7 } from 'uuidv7';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import { chainFormat, hashChangeSet } from './chain.ts';

/** What a change set says of itself, besides the rows. */
export interface ChangeSetHead {
  at: number; actorId: string | null; device: string; procedure: string; reason: string | null; undoes: number | null;
}

/** The next number. Taken inside the transaction that writes, so numbers have no gaps. */
export function nextChangeSetId(db: Reader): number {
  return (db.get<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0) + 1;
}

/** Opens a change set: until it is sealed its hash is empty, which is what the journal's triggers look for. */
export function openChangeSet(db: Writer, id: number, head: ChangeSetHead): void {
  const previous = db.get<{ hash: string }>('SELECT hash FROM change_set WHERE id = ?', [id - 1])?.hash ?? '';
  db.run(
    `INSERT INTO change_set (id, uid, at, actorId, device, procedure, reason, undoes, rows, entities, previousHash, hash, format)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '[]', ?, '', ?)`,
    [id, uuidv7(), head.at, head.actorId, head.device, head.procedure, head.reason, head.undoes, previous, chainFormat],
  );
}

/** Adds why, and which change set is taken back, while a change set is open. */
export function describeChangeSet(db: Writer, id: number, reason: string | null, undoes: number | null): void {
  db.run('UPDATE change_set SET reason = ?, undoes = ? WHERE id = ?', [reason, undoes, id]);
}

/** Counts the rows, hashes them with the hash before, and closes the change set. Returns the entities touched. */
export function sealChangeSet(db: Writer, id: number): { rows: number; entities: string[] } {
  const entities = db.all<{ entity: string; n: number }>(
    'SELECT entity, count(*) AS n FROM row_change WHERE changeSetId = ? GROUP BY entity ORDER BY entity', [id]);
  const rows = entities.reduce((sum, { n }) => sum + n, 0);
  const names = entities.map(({ entity }) => entity);
  db.run('UPDATE change_set SET rows = ?, entities = ? WHERE id = ?', [rows, JSON.stringify(names), id]);
  db.run('UPDATE change_set SET hash = ? WHERE id = ?', [hashChangeSet(db, id), id]);
  return { rows, entities: names };
}
