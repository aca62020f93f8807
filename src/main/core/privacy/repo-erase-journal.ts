import type { RetentionKind } from '#contract/privacy.ts';
import { eraseBeforeImages } from '../journal/index.ts';
import type { Writer } from '../store/writer.ts';
import type { Eraser } from './repo-erase.ts';
import { rowsOfKind } from './repo-kinds.ts';

/*
 * What the journal kept. A row that an erasure removes leaves its whole image there, and each earlier change of it the cells as they were;
 * a row that was taken back long ago (an entry that was undone) is in no table any more and only there.
 */

interface RowKey { entity: string; rowId: string }
const mine = '(SELECT value FROM json_each(@ids))';
const listed = '(SELECT value FROM json_each(@list))';

/** Rows are told this many at a time: a whole school's are more than a list should hold. */
const pageSize = 5000;

/** Rows that the open change set has removed, or from which it took cells that are erased, page by page. */
function* touched({ db, stamp }: Pick<Eraser, 'db' | 'stamp'>, emptied: readonly string[]): Generator<RowKey> {
  const params = { id: stamp.changeSetId, list: JSON.stringify(emptied), limit: pageSize };
  for (let after = 0; ;) {
    const rows = db.all<RowKey & { id: number }>(
      `SELECT id, entity, rowId FROM row_change WHERE changeSetId = @id AND id > @after AND before IS NOT NULL AND (action = 'D' OR (action = 'U' AND entity IN ${listed})) ORDER BY id LIMIT @limit`,
      { ...params, after });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

const goneRows = (entities: readonly string[]) => `row_change r WHERE r.entity IN ('${entities.join("', '")}') AND r.action = 'D' AND r.before IS NOT NULL`;
const isGone = (entity: string, id = 'r.rowId') => `NOT EXISTS (SELECT 1 FROM "${entity}" x WHERE x.id = ${id})`;

/** What hangs on a person besides a student's own records. */
const belongings = ['contact_point', 'household_member'];
const ofGonePerson = `r.before ->> 'personId' IN ${listed} AND ${isGone('person', `r.before ->> 'personId'`)}`;

function findGone(db: Writer, entities: readonly string[], condition: string, list: string): RowKey[] {
  return list === '[]' ? [] : db.all<RowKey>(`SELECT DISTINCT r.entity, r.rowId FROM ${goneRows(entities)} AND ${condition}`, { list });
}

/** Contacts and homes, taken back long ago, of guardians whom this change set has removed. */
function goneOfRemoved({ db, stamp }: Pick<Eraser, 'db' | 'stamp'>): RowKey[] {
  const people = db.all<{ id: string }>(`SELECT rowId AS id FROM row_change WHERE changeSetId = ? AND entity = 'person' AND action = 'D'`, [stamp.changeSetId]).map(({ id }) => id);
  const list = JSON.stringify(people);
  const households = db.all<{ id: string }>(`SELECT DISTINCT r.before ->> 'householdId' AS id FROM ${goneRows(['household_member'])} AND ${ofGonePerson}`, { list }).map(({ id }) => id);
  return [...findGone(db, belongings, ofGonePerson, list), ...findGone(db, ['household'], `r.rowId IN ${listed} AND ${isGone('household')}`, JSON.stringify(households))];
}

interface GoneRow extends RowKey { personId: string | null; fileId: string | null; parentId: string | null }

/** Rows that were the students' and left their tables before this change set, with what hung on them. */
function gone(db: Writer, ids: string, tables: readonly string[]): RowKey[] {
  const own = db.all<GoneRow>(
    `SELECT DISTINCT r.entity, r.rowId, r.before ->> 'personId' AS personId, r.before ->> 'fileId' AS fileId, coalesce(r.before ->> 'incidentId', r.before ->> 'disclosureId', r.before ->> 'householdId') AS parentId
     FROM ${goneRows(tables)} AND (r.before ->> 'studentId' IN ${mine} OR (r.before ->> 'studentId' IS NULL AND r.before ->> 'personId' IN (SELECT personId FROM student WHERE id IN ${mine})))`,
    { ids });
  const of = (entity: string, key: 'personId' | 'fileId' | 'parentId' | 'rowId') => JSON.stringify(own.flatMap((row) => (row.entity === entity ? row[key] ?? [] : [])));
  const find = (entities: readonly string[], condition: string, list: string) => findGone(db, entities, condition, list);
  const people = of('guardian_link', 'personId'), files = of('attachment', 'fileId'), incidents = of('incident_student', 'parentId');
  dropGoneContent(db, files);
  return [
    ...own,
    // A guardian who left the file together with the link, unless the person is in it again.
    ...find(['person'], `r.rowId IN ${listed} AND ${isGone('person')}`, people),
    ...find(belongings, ofGonePerson, people),
    ...find(['household'], `r.rowId IN ${listed} AND ${isGone('household')}`, of('household_member', 'parentId')),
    ...find(['stored_file'], `r.rowId IN ${listed} AND ${isGone('stored_file')}`, files),
    ...find(['incident'], `r.rowId IN ${listed} AND ${isGone('incident')}`, incidents),
    ...find(['follow_up'], `r.before ->> 'incidentId' IN ${listed} AND ${isGone('incident', `r.before ->> 'incidentId'`)}`, incidents),
    ...find(['follow_up'], `r.before ->> 'interventionId' IN ${listed}`, of('intervention', 'rowId')),
    ...find(['disclosure'], `r.rowId IN ${listed} AND ${isGone('disclosure')}`, of('disclosure_student', 'parentId')),
  ];
}

/** The bytes of files that were taken back lie on, for an undo of that. */
function dropGoneContent(db: Writer, files: string): void {
  db.run(`DELETE FROM file_content WHERE hash IN (SELECT r.before ->> 'hash' FROM ${goneRows(['stored_file'])} AND r.rowId IN ${listed})
    AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.hash = file_content.hash)`, { list: files });
}

/** The person and places of some students: what stood in their emptied cells earlier. */
const emptiedRows = (db: Writer, ids: string): RowKey[] => db.all<RowKey>(
  `SELECT 'person' AS entity, personId AS rowId FROM student WHERE id IN ${mine}
   UNION ALL SELECT 'section_enrolment', id FROM section_enrolment WHERE studentId IN ${mine}
   UNION ALL SELECT 'homeroom_membership', id FROM homeroom_membership WHERE studentId IN ${mine}`, { ids });

/** Students (`ids`: JSON) with the kinds of record that were erased of them. */
export interface Group { ids: string; kinds: ReadonlySet<RetentionKind> }

/**
 * Erases what the journal kept of the rows that this change set removed, and of those of the students that had left their tables before.
 * `withCells`: also of what an erasure on request takes besides. Returns the number of images.
 */
export function eraseJournal({ db, stamp }: Pick<Eraser, 'db' | 'stamp'>, groups: readonly Group[], withCells: boolean): number {
  const cells = withCells ? ['person', 'section_enrolment', 'homeroom_membership', 'disclosure'] : [];
  let images = eraseBeforeImages(db, touched({ db, stamp }, ['import_job', ...cells])) + eraseBeforeImages(db, goneOfRemoved({ db, stamp }));
  for (const { ids, kinds } of groups) {
    const tables = [...kinds].flatMap((kind) => rowsOfKind[kind].map(({ table }) => table));
    const besides = withCells ? emptiedRows(db, ids) : [];
    images += eraseBeforeImages(db, [...gone(db, ids, withCells ? [...tables, 'rollover_override', 'legal_hold', 'disclosure_student'] : tables), ...besides]);
  }
  return images;
}
