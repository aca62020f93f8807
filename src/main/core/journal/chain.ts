import { createHash } from 'node:crypto';
import type { Reader } from '../store/reader.ts';
import type { ChangeSetHead } from './change-set.ts';

interface Stored extends ChangeSetHead { id: number; uid: string; rows: number; entities: string; previousHash: string; hash: string; format: number }
/** `row`: entity, key and action, put together by SQLite, since an import has half a million of them. */
interface Change { row: string; before: string | null; erased: string | null }

/** The rule by which new change sets are hashed. 1: over before-images. 2: over their digests, so that one can be erased and the chain still holds. */
export const chainFormat = 2;

/** The digest that stands for a before-image in the chain, and in its place once it was erased. */
export const digestOf = (before: string): string => createHash('sha256').update(before).digest('hex');

function readStored(db: Reader, id: number): Stored {
  const stored = db.get<Stored>('SELECT * FROM change_set WHERE id = ?', [id]);
  if (!stored) throw new Error(`change set ${id} is missing`);
  return stored;
}

/** What is there counts, also beside a digest: a forged before-image next to a true digest must not pass. */
const imageOf = ({ before, erased }: Change, format: number): string =>
  format === 1 ? (before ?? '') : before === null ? (erased ?? '') : digestOf(before);

/** SHA-256 over the hash before, the head and every row change in order. `undoneBy` is left out: it is written later. */
function recompute(db: Reader, set: Stored): { hash: string; isErased: boolean } {
  const hash = createHash('sha256');
  const head = [set.previousHash, set.id, set.uid, set.at, set.actorId, set.device, set.procedure, set.reason, set.undoes, set.rows, set.entities];
  hash.update(JSON.stringify(set.format === 1 ? head : [...head, set.format]));
  let isErased = false;
  const changes = db.iterate<Change>(`SELECT char(10) || entity || char(9) || rowId || char(9) || action || char(9) AS "row", before, erased FROM row_change WHERE changeSetId = ? ORDER BY id`, [set.id]);
  for (const change of changes) {
    isErased ||= change.erased !== null;
    hash.update(change.before === null && change.erased === null ? change.row : change.row + imageOf(change, set.format));
  }
  return { hash: hash.digest('hex'), isErased };
}

/** The hash of a change set as it stands. */
export const hashChangeSet = (db: Reader, id: number): string => recompute(db, readStored(db, id)).hash;

/** How many change sets fit, and the first that does not. */
export interface ChainResult { checked: number; brokenAt: number | null }
/** After this many change sets whoever recomputes the chain may pause. */
const stepLength = 100;

/**
 * Recomputes the chain from the start, in steps. Of a change set of format 1 that holds something erased, only its place in the chain can
 * be checked; after the first of format 2 there are none of format 1, so nobody can turn one back.
 */
export function* walkChain(db: Reader): Generator<{ checked: number; total: number }, ChainResult> {
  let previous = '';
  let format = 1;
  let checked = 0;
  const ids = db.all<{ id: number }>('SELECT id FROM change_set ORDER BY id');
  for (const { id } of ids) {
    const set = readStored(db, id);
    const { hash, isErased } = recompute(db, set);
    const linksOnly = set.format === 1 && isErased;
    const isInPlace = set.id === checked + 1 && set.previousHash === previous && set.format >= format;
    if (!isInPlace || (!linksOnly && hash !== set.hash)) return { checked, brokenAt: id };
    previous = set.hash;
    format = set.format;
    checked += 1;
    if (checked % stepLength === 0) yield { checked, total: ids.length };
  }
  return { checked, brokenAt: null };
}

/** Recomputes the chain from the start in one go. */
export function verifyChain(db: Reader): ChainResult {
  const walk = walkChain(db);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
}
