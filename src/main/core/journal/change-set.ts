import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** What a change set says of itself, besides the rows. */
export interface ChangeSetHead {
  at: number; actorId: string | null; device: string; procedure: string; reason: string | null; undoes: number | null;
}
interface Stored extends ChangeSetHead { id: number; uid: string; rows: number; entities: string; previousHash: string; hash: string }

/** The next number. Taken inside the transaction that writes, so numbers have no gaps. */
export function nextChangeSetId(db: Reader): number {
  return (db.get<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0) + 1;
}

/** Opens a change set: until it is sealed its hash is empty, which is what the journal's triggers look for. */
export function openChangeSet(db: Writer, id: number, head: ChangeSetHead): void {
  const previous = db.get<{ hash: string }>('SELECT hash FROM change_set WHERE id = ?', [id - 1])?.hash ?? '';
  db.run(
    `INSERT INTO change_set (id, uid, at, actorId, device, procedure, reason, undoes, rows, entities, previousHash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '[]', ?, '')`,
    [id, uuidv7(), head.at, head.actorId, head.device, head.procedure, head.reason, head.undoes, previous],
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
  db.run('UPDATE change_set SET hash = ? WHERE id = ?', [hashOf(db, readStored(db, id)), id]);
  return { rows, entities: names };
}

function readStored(db: Reader, id: number): Stored {
  const stored = db.get<Stored>('SELECT * FROM change_set WHERE id = ?', [id]);
  if (!stored) throw new Error(`change set ${id} is missing`);
  return stored;
}

/** SHA-256 over the hash before, the head and every row change in order. `undoneBy` is left out: it is written later. */
function hashOf(db: Reader, set: Stored): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([set.previousHash, set.id, set.uid, set.at, set.actorId, set.device, set.procedure, set.reason, set.undoes, set.rows, set.entities]));
  const changes = db.iterate<{ entity: string; rowId: string; action: string; before: string | null }>(
    'SELECT entity, rowId, action, before FROM row_change WHERE changeSetId = ? ORDER BY id', [set.id]);
  for (const change of changes) hash.update(`\n${change.entity}\t${change.rowId}\t${change.action}\t${change.before ?? ''}`);
  return hash.digest('hex');
}

/** Recomputes the chain from the start. Returns how many fit and the first that does not. */
export function verifyChain(db: Reader, onProgress: (done: number) => void = () => undefined): { checked: number; brokenAt: number | null } {
  let previous = '';
  let checked = 0;
  for (const { id } of db.all<{ id: number }>('SELECT id FROM change_set ORDER BY id')) {
    const set = readStored(db, id);
    if (set.id !== checked + 1 || set.previousHash !== previous || hashOf(db, set) !== set.hash) return { checked, brokenAt: id };
    previous = set.hash;
    checked += 1;
    if (checked % 100 === 0) onProgress(checked);
  }
  return { checked, brokenAt: null };
}
