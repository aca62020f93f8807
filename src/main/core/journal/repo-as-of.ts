import type { Reader } from '../store/reader.ts';

type Image = Record<string, unknown>;

/** The last change set made before an instant (milliseconds since 1970); 0 when there was none. */
export function findChangeSetBefore(db: Reader, instant: number): number {
  return db.get<{ id: number }>('SELECT id FROM change_set WHERE at < ? ORDER BY at DESC, id DESC LIMIT 1', [instant])?.id ?? 0;
}

/** The change set that made a row, and when; undefined for a row that the journal does not know. */
export function findOrigin(db: Reader, entity: string, rowId: string): { changeSetId: number; at: number } | undefined {
  return db.get<{ changeSetId: number; at: number }>(
    `SELECT r.changeSetId, c.at FROM row_change r JOIN change_set c ON c.id = r.changeSetId
     WHERE r.rowId = ? AND r.entity = ? AND r.action = 'I' ORDER BY r.changeSetId LIMIT 1`, [rowId, entity]);
}

/**
 * A row's columns as they stood after a change set: the present row, taken back step by step through everything later. Undefined when it
 * was not there, removed ones included.
 */
export function readImageAsOf(db: Reader, entity: string, rowId: string, changeSetId: number): Image | undefined {
  let image = db.get<Image>(`SELECT * FROM "${entity}" WHERE id = ?`, [rowId]);
  const later = db.all<{ action: 'I' | 'U' | 'D'; before: string | null }>(
    'SELECT action, before FROM row_change WHERE rowId = ? AND entity = ? AND changeSetId > ? ORDER BY id DESC', [rowId, entity, changeSetId]);
  for (const { action, before } of later) {
    if (action === 'I') image = undefined;
    else if (action === 'D') image = JSON.parse(before ?? '{}') as Image;
    else if (image) Object.assign(image, JSON.parse(before ?? '{}'));
  }
  return image?.deletedAt === null ? image : undefined;
}

/** The rows of a table that hang on another by a column, as they stood after a change set: those removed since are there again. */
export function readImagesAsOf(db: Reader, entity: string, column: string, ownerId: string, changeSetId: number): Image[] {
  return db.all<{ id: string }>(`SELECT id FROM "${entity}" WHERE "${column}" = ? ORDER BY id`, [ownerId])
    .flatMap(({ id }): Image[] => {
      const image = readImageAsOf(db, entity, id, changeSetId);
      return image ? [image] : [];
    });
}
