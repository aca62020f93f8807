import type { Reader, Value } from '../store/reader.ts';
import { keyOf } from './kept-rows.ts';
import { references } from './owners.ts';

export interface RowKey { entity: string; rowId: string }

/** Something later that stands on a change set. */
export interface Obstacle extends RowKey {
  /** The cells edited since; empty when it is another record that stands on this one. */
  fields: string[];
  /** True when the row itself has to stay (it was created by the change set), false when only its cells do. */
  wholeRow: boolean;
  /** The later change set, when one can be named. */
  changeSetId: number | null;
}
interface Later extends RowKey { id: number; changeSetId: number; action: 'I' | 'U' | 'D'; before: string | null }
type Row = Record<string, Value>;

/**
 * Finds what later edits stand on change set `id`. A cell is in the way when its value now differs from the one that the change set
 * wrote; a later edit that was itself taken back therefore is not.
 */
export function findObstacles(db: Reader, id: number): Obstacle[] {
  const own = new Map<string, { created: boolean; columns: Set<string> }>();
  const later = new Map<string, Later[]>();
  for (const change of readLater(db, id)) {
    const key = keyOf(change);
    const known = later.get(key);
    if (known) known.push(change);
    else later.set(key, [change]);
  }
  for (const [key, changes] of later) {
    const first = changes[0];
    if (first) own.set(key, ownChanges(db, id, first));
  }
  return [...editedRows(db, later, own), ...dependents(db, id)];
}

/** Later changes of the rows that a change set touched. An import has half a million of its own and few later ones, an old edit the reverse: the smaller side leads. */
function readLater(db: Reader, id: number): Later[] {
  const { mine, rest } = db.get<{ mine: number; rest: number }>(
    'SELECT coalesce(sum(iif(id = @id, rows, 0)), 0) AS mine, coalesce(sum(iif(id > @id, rows, 0)), 0) AS rest FROM change_set WHERE id >= @id', { id }) ?? { mine: 0, rest: 0 };
  const same = 'ON l.rowId = o.rowId AND l.entity = o.entity';
  const [lead, follow] = mine <= rest ? ['o', 'l'] : ['l', 'o'];
  const found = db.all<Later>(
    `SELECT l.id, l.entity, l.rowId, l.changeSetId, l.action, l.before FROM row_change ${lead} CROSS JOIN row_change ${follow} ${same}
     WHERE o.changeSetId = @id AND l.changeSetId > @id`, { id });
  // Sorted here: asked to sort by key, SQLite would read the whole journal in that order. A row touched twice by the change set comes twice.
  return [...new Map(found.map((change) => [change.id, change])).values()].toSorted((a, b) => a.id - b.id);
}

function ownChanges(db: Reader, id: number, { entity, rowId }: RowKey): { created: boolean; columns: Set<string> } {
  const columns = new Set<string>();
  let created = false;
  for (const change of db.all<{ action: string; before: string | null }>(
    'SELECT action, before FROM row_change WHERE changeSetId = ? AND rowId = ? AND entity = ?', [id, rowId, entity])) {
    if (change.action === 'I') created = true;
    else for (const column of Object.keys(JSON.parse(change.before ?? '{}') as Row)) columns.add(column);
  }
  return { created, columns };
}

function editedRows(db: Reader, later: Map<string, Later[]>, own: Map<string, { created: boolean; columns: Set<string> }>): Obstacle[] {
  const found: Obstacle[] = [];
  for (const [key, changes] of later) {
    const mine = own.get(key);
    const first = changes[0];
    if (!mine || !first) continue;
    const { entity, rowId } = first;
    const now = db.get<Row>(`SELECT * FROM "${entity}" WHERE id = ?`, [rowId]);
    if (!now) {
      // Gone since: nothing is left to take back of a creation; a change cannot be put back into a missing row.
      if (!mine.created) found.push({ entity, rowId, fields: [], wholeRow: true, changeSetId: changes.at(-1)?.changeSetId ?? null });
      continue;
    }
    const written: Row = {};
    for (const change of changes.toReversed()) Object.assign(written, JSON.parse(change.before ?? '{}') as Row);
    const fields = Object.keys(written).filter((column) => (mine.created || mine.columns.has(column)) && now[column] !== written[column]);
    const last = changes.findLast((change) => fields.some((field) => (change.before ?? '').includes(`"${field}"`)));
    if (fields.length > 0) found.push({ entity, rowId, fields, wholeRow: mine.created, changeSetId: last?.changeSetId ?? null });
  }
  return found;
}

/** Live records of later change sets that refer to records created by this one. An earlier record cannot, so only later changes are read. */
function dependents(db: Reader, id: number): Obstacle[] {
  const children = new Set(db.all<{ entity: string }>('SELECT DISTINCT entity FROM row_change WHERE changeSetId > ?', [id]).map(({ entity }) => entity));
  return references.filter(({ child }) => children.has(child)).flatMap(({ child, column, parent }) =>
    db.all<{ rowId: string; parentId: string; changeSetId: number }>(
      `SELECT c.id AS rowId, c."${column}" AS parentId, c.changeSetId
       FROM (SELECT DISTINCT rowId FROM row_change WHERE changeSetId > @id AND entity = @child) l
       CROSS JOIN "${child}" c ON c.id = l.rowId AND c.deletedAt IS NULL
       CROSS JOIN row_change o ON o.rowId = c."${column}" AND o.entity = @parent AND o.changeSetId = @id AND o.action = 'I'
       WHERE NOT EXISTS (SELECT 1 FROM row_change x WHERE x.rowId = c.id AND x.entity = @child AND x.changeSetId = @id AND x.action = 'I')`,
      { id, parent, child },
    ).map((row) => ({ entity: parent, rowId: row.parentId, fields: [child], wholeRow: true, changeSetId: row.changeSetId })),
  );
}
