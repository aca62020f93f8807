import type { FieldClass } from '#contract/permissions.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import { classOfRow, journaledTables, labelOf, readChanges, readStudentRows } from '../journal/index.ts';
import { ownerColumn } from '../journal/owners.ts';
import type { Reader } from '../store/reader.ts';

/** The one record that an entry is about, as people call it. */
export interface Subject { id: string; entity: string; label: string }
type Image = Record<string, unknown>;

/** Records that people know by name. Whatever belongs to one of them is about it. */
const known: ReadonlySet<string> = new Set(['student', 'person', 'user', 'role', 'staff', 'section', 'course', 'academic_year']);
const owners: Readonly<Record<string, { column: string; parent: string }>> = { ...ownerColumn, role_grant: { column: 'userId', parent: 'user' } };
/** What is known of these is for those who may see safeguarding. */
const safeguarding: ReadonlySet<string> = new Set(['intervention', 'incident', 'incident_student', 'follow_up']);
/** A larger change is about many. */
const fewRows = 20;

function readImage(db: Reader, entity: string, id: string): Image | undefined {
  return journaledTables.has(entity) ? db.get<Image>(`SELECT * FROM "${entity}" WHERE id = ?`, [id]) : undefined;
}

/** The record that a row belongs to, as far as the caller's classes of fields let them know. */
function subjectOfRow(db: Reader, entity: string, id: string, classes: ReadonlySet<FieldClass>): Subject | null {
  const image = readImage(db, entity, id);
  if (!image || (safeguarding.has(entity) && !classes.has('safeguarding')) || !classes.has(classOfRow(db, entity, id, image))) return null;
  if (entity === 'person') {
    const student = db.get<{ id: string }>('SELECT id FROM student WHERE personId = ?', [id]);
    if (student) return subjectOfRow(db, 'student', student.id, classes);
  }
  const owner = known.has(entity) ? undefined : owners[entity];
  const ownerId = owner && image[owner.column];
  if (owner && typeof ownerId === 'string') return subjectOfRow(db, owner.parent, ownerId, classes);
  const label = known.has(entity) ? labelOf(db, entity, id, image) : null;
  return label === null ? null : { id, entity, label };
}

/** What kind of record an id belongs to; undefined for what the journal has never seen. */
function entityOf(db: Reader, id: string): string | undefined {
  return db.get<{ entity: string }>('SELECT entity FROM row_change WHERE rowId = ? LIMIT 1', [id])?.entity;
}

/** What an id stands for: a record, or what it belongs to. A built-in role is its own name. */
export function readSubject(db: Reader, id: string, classes: ReadonlySet<FieldClass>): Subject | null {
  if (isBuiltIn(id)) return { id, entity: 'role', label: id };
  const entity = entityOf(db, id);
  return entity === undefined ? null : subjectOfRow(db, entity, id, classes);
}

/** The record that a small change set is about, when it is about one. */
export function readSubjectOfChange(db: Reader, changeSetId: number, rows: number, classes: ReadonlySet<FieldClass>): Subject | null {
  if (rows > fewRows) return null;
  const found = new Map<string, Subject>();
  const changes = readChanges(db, changeSetId, { rowIds: null, seesSafeguarding: classes.has('safeguarding') }, { offset: 0, limit: fewRows }).rows;
  for (const { entity, rowId } of changes) {
    const subject = subjectOfRow(db, entity, rowId, classes);
    if (subject) found.set(subject.id, subject);
  }
  const [first] = found.values();
  return first !== undefined && found.size === 1 ? first : null;
}

/** Everything that belongs to a record, itself first: of a student the person, contacts, stays and so on, of an account the roles given to it. */
export function readRowsOf(db: Reader, id: string, classes: readonly FieldClass[]): string[] {
  const entity = entityOf(db, id);
  if (entity === 'student') return readStudentRows(db, id, classes);
  if (entity === 'user') return [id, ...db.all<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [id]).map((grant) => grant.id)];
  return [id];
}
