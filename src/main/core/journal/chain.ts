import { createHash, hash as hashOnce } from 'node:crypto';
import type { Reader } from '../store/reader.ts';
import type { ChangeSetHead } from './change-set.ts';

interface Stored extends ChangeSetHead { id: number; uid: string; rows: number; entities: string; previousHash: string; hash: string; format: number }
/** `row`: entity, key and action, put together by SQLite, since an import has a million of them. */
interface Change { id: number; row: string; before: string | null; erased: string | null }
/** Some row changes in a row; `images`: how many of them have a before-image, or had one. */
interface Block { last: number | null; images: number; rows: string }
const blockLength = 1000;
const someChanges = `SELECT id, char(10) || entity || char(9) || rowId || char(9) || action || char(9) AS "row", before, erased
  FROM row_change WHERE changeSetId = ? AND id > ? ORDER BY id LIMIT ${blockLength}`;
const oneBlock = `SELECT max(id) AS last, count(coalesce(before, erased)) AS images, group_concat("row", '' ORDER BY id) AS "rows" FROM (${someChanges})`;

/** The rule by which new change sets are hashed. 1: over before-images. 2: over their digests, so that one can be erased and the chain still holds. */
export const chainFormat = 2;

/** The digest that stands for a before-image in the chain, and in its place once it was erased. */
export const digestOf = (before: string): string => hashOnce('sha256', before);

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
  // Inserts, which have no image, come out of SQLite a thousand in one text: fetched one by one they would take several times as long.
  let from = Number.MIN_SAFE_INTEGER, hasImages = false;
  for (;;) {
    const block = hasImages ? undefined : db.get<Block>(oneBlock, [set.id, from]);
    if (block?.last === null) break;
    if (block?.images === 0) {
      hash.update(block.rows);
      from = block.last;
      continue;
    }
    const changes = db.all<Change>(someChanges, [set.id, from]);
    if (changes.length === 0) break;
    for (const change of changes) {
      isErased ||= change.erased !== null;
      hash.update(change.before === null && change.erased === null ? change.row : change.row + imageOf(change, set.format));
    }
    from = changes.at(-1)?.id ?? from;
    // What comes next is most likely of the same kind.
    hasImages = changes.some(({ before, erased }) => before !== null || erased !== null);
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
