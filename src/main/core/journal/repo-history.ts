import type { ChangeSummary } from '#contract/history.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { Reader, Value } from '../store/reader.ts';
import { auditTable, touchesRecords } from './audit-entry.ts';

interface Stored { id: number; at: number; actor: string | null; device: string; procedure: string; reason: string | null; undoes: number | null; undoneBy: number | null; rows: number; entities: string }
const toSummary = (row: Stored): ChangeSummary => ({ ...row, entities: (JSON.parse(row.entities) as string[]).filter((entity) => entity !== auditTable) });
const columns = `c.id, c.at, u.displayName AS actor, c.device, c.procedure, c.reason, c.undoes, c.undoneBy, c.rows, c.entities`;
const source = `change_set c LEFT JOIN user u ON u.id = c.actorId`;

export interface HistoryFilter { actorId: string | null; procedure: string | null; from: number | null; to: number | null; rowIds: string[] | null }

/** Change sets that touched records, latest first; with `rowIds`, those that touched one of these rows. */
export function readHistory(db: Reader, filter: HistoryFilter, paging: { offset: number; limit: number }): { total: number; rows: ChangeSummary[] } {
  const parts = [touchesRecords('c')];
  const params: Record<string, Value> = {};
  const add = (sql: string, name: string, value: Value) => { if (value !== null) { parts.push(sql); params[name] = value; } };
  add('c.actorId = @actorId', 'actorId', filter.actorId);
  add('c.procedure = @procedure', 'procedure', filter.procedure);
  add('c.at >= @from', 'from', filter.from);
  add('c.at < @to', 'to', filter.to);
  add('c.id IN (SELECT r.changeSetId FROM json_each(@rowIds) j CROSS JOIN row_change r ON r.rowId = j.value)', 'rowIds', filter.rowIds && JSON.stringify(filter.rowIds));
  const where = parts.join(' AND ');
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM change_set c WHERE ${where}`, params)?.n ?? 0;
  const rows = db.all<Stored>(`SELECT ${columns} FROM ${source} WHERE ${where} ORDER BY c.id DESC LIMIT @limit OFFSET @offset`, { ...params, ...paging });
  return { total, rows: rows.map(toSummary) };
}

/** One change set's head. */
export function readSummary(db: Reader, id: number): ChangeSummary | undefined {
  const row = db.get<Stored>(`SELECT ${columns} FROM ${source} WHERE c.id = ?`, [id]);
  return row && toSummary(row);
}

/** The caller's latest change sets that are not undone and are no undo themselves, latest first. */
export function readOwnUndoable(db: Reader, actorId: string, procedures: readonly string[], limit: number): { id: number; procedure: string }[] {
  return db.all(
    `SELECT c.id, c.procedure FROM change_set c WHERE c.actorId = ? AND ${touchesRecords('c')} AND undoneBy IS NULL AND undoes IS NULL
       AND c.procedure IN (SELECT value FROM json_each(?)) ORDER BY c.id DESC LIMIT ?`, [actorId, JSON.stringify(procedures), limit]);
}

/**
 * Every row that belongs to a student and may be seen with these field classes: the student, the person, contacts, household, stays,
 * guardians, notes, health, consents, documents, the school's own fields. A row of another class is left out altogether, so that its
 * history does not tell that it exists.
 */
export function readStudentRows(db: Reader, studentId: string, classes: readonly FieldClass[]): string[] {
  return db.all<{ id: string }>(
    `WITH who AS (SELECT personId FROM student WHERE id = @id UNION SELECT personId FROM guardian_link WHERE studentId = @id),
     classes AS (SELECT value FROM json_each(@classes))
     SELECT @id AS id UNION SELECT personId FROM who
     UNION SELECT c.id FROM who CROSS JOIN contact_point c ON c.personId = who.personId
     UNION SELECT m.id FROM student s CROSS JOIN household_member m ON m.personId = s.personId WHERE s.id = @id
     UNION SELECT m.householdId FROM student s CROSS JOIN household_member m ON m.personId = s.personId WHERE s.id = @id
     UNION SELECT id FROM enrolment WHERE studentId = @id UNION SELECT id FROM guardian_link WHERE studentId = @id
     UNION SELECT id FROM note WHERE studentId = @id UNION SELECT id FROM section_enrolment WHERE studentId = @id
     UNION SELECT id FROM homeroom_membership WHERE studentId = @id
     UNION SELECT id FROM attendance_mark WHERE studentId = @id UNION SELECT id FROM contact_log WHERE studentId = @id
     UNION SELECT id FROM issued_document WHERE studentId = @id UNION SELECT id FROM daily_performance WHERE studentId = @id
     UNION SELECT id FROM highlight WHERE studentId = @id UNION SELECT id FROM incident_student WHERE studentId = @id
     UNION SELECT id FROM intervention WHERE studentId = @id
     UNION SELECT id FROM disclosure_student WHERE studentId = @id UNION SELECT disclosureId FROM disclosure_student WHERE studentId = @id
     UNION SELECT id FROM legal_hold WHERE studentId = @id UNION SELECT id FROM erasure WHERE studentId = @id
     UNION SELECT id FROM health_alert WHERE studentId = @id AND 'health' IN classes
     UNION SELECT id FROM consent WHERE studentId = @id AND iif(purpose = 'medicalCare', 'health', 'contact') IN classes
     UNION SELECT id FROM attachment WHERE studentId = @id AND fieldClass IN classes
     UNION SELECT v.id FROM custom_value v JOIN custom_field f ON f.id = v.fieldId WHERE v.studentId = @id AND f.fieldClass IN classes`,
    { id: studentId, classes: JSON.stringify(classes) }).map((row) => row.id);
}

/** The class of a whole row where it has one of its own: what is known of it is then for holders of that class only. */
export function classOfRow(db: Reader, entity: string, rowId: string, image: Record<string, unknown>): FieldClass {
  const present = (table: 'attachment' | 'custom_field', id: unknown) => (typeof id === 'string'
    ? db.get<{ fieldClass: FieldClass }>(`SELECT fieldClass FROM ${table} WHERE id = ?`, [id])?.fieldClass : undefined);
  if (entity === 'health_alert') return 'health';
  if (entity === 'consent') return image.purpose === 'medicalCare' ? 'health' : 'contact';
  if (entity === 'attachment') return present('attachment', rowId) ?? 'safeguarding';
  if (entity === 'stored_file' && image.purpose === 'attachment') {
    return db.get<{ fieldClass: FieldClass }>('SELECT fieldClass FROM attachment WHERE fileId = ? LIMIT 1', [rowId])?.fieldClass ?? 'safeguarding';
  }
  if (entity === 'custom_value') return present('custom_field', image.fieldId ?? db.get<{ fieldId: string }>('SELECT fieldId FROM custom_value WHERE id = ?', [rowId])?.fieldId) ?? 'safeguarding';
  return 'ordinary';
}

export interface ChangeRow { id: number; entity: string; rowId: string; action: 'I' | 'U' | 'D'; before: string | null }

/** Rows of safeguarding: incidents that are marked so with all that hangs on them, and what is done for a student. */
const safeguarding = `(entity = 'intervention'
  OR (entity = 'incident' AND (coalesce(before ->> 'isSafeguarding', 0) = 1 OR rowId IN (SELECT id FROM incident WHERE isSafeguarding = 1)))
  OR (entity = 'incident_student' AND rowId IN (SELECT x.id FROM incident_student x JOIN incident i ON i.id = x.incidentId WHERE i.isSafeguarding = 1))
  OR (entity = 'follow_up' AND rowId IN (SELECT f.id FROM follow_up f LEFT JOIN incident i ON i.id = f.incidentId WHERE i.isSafeguarding = 1 OR f.interventionId IS NOT NULL)))`;

export interface ChangeView { rowIds: string[] | null; seesSafeguarding: boolean }

/** A page of a change set's rows, in the order of writing. */
export function readChanges(db: Reader, id: number, { rowIds, seesSafeguarding }: ChangeView, paging: { offset: number; limit: number }): { total: number; rows: ChangeRow[] } {
  const params = { id, rowIds: rowIds && JSON.stringify(rowIds) };
  const where = `changeSetId = @id AND entity <> '${auditTable}' AND (@rowIds IS NULL OR rowId IN (SELECT value FROM json_each(@rowIds)))${seesSafeguarding ? '' : ` AND NOT ${safeguarding}`}`;
  return {
    total: db.get<{ n: number }>(`SELECT count(*) AS n FROM row_change WHERE ${where}`, params)?.n ?? 0,
    rows: db.all<ChangeRow>(`SELECT id, entity, rowId, action, before FROM row_change WHERE ${where} ORDER BY id LIMIT @limit OFFSET @offset`, { ...params, ...paging }),
  };
}

/** The latest changes of a student's rows, each with when and by whom. */
export function readStudentChangeRows(db: Reader, studentId: string, classes: readonly FieldClass[], limit: number): (ChangeRow & { at: number; by: string | null })[] {
  return db.all(
    `SELECT r.id, r.entity, r.rowId, r.action, r.before, c.at, u.displayName AS "by"
     FROM json_each(@rowIds) j CROSS JOIN row_change r ON r.rowId = j.value CROSS JOIN change_set c ON c.id = r.changeSetId LEFT JOIN user u ON u.id = c.actorId
     ${classes.includes('safeguarding') ? '' : `WHERE NOT ${safeguarding}`} ORDER BY r.id DESC LIMIT @limit`, { rowIds: JSON.stringify(readStudentRows(db, studentId, classes)), limit });
}

/** The row's columns as they stood right after a change: the present row, taken back step by step through the later changes. Undefined if it was gone. */
export function readImageAfter(db: Reader, change: ChangeRow): Record<string, unknown> | undefined {
  if (change.action === 'D') return undefined;
  let image = db.get<Record<string, unknown>>(`SELECT * FROM "${change.entity}" WHERE id = ?`, [change.rowId]);
  const later = db.all<ChangeRow>('SELECT id, entity, rowId, action, before FROM row_change WHERE rowId = ? AND entity = ? AND id > ? ORDER BY id DESC',
    [change.rowId, change.entity, change.id]);
  for (const step of later) {
    if (step.action === 'I') image = undefined;
    else if (step.action === 'D') image = JSON.parse(step.before ?? '{}') as Record<string, unknown>;
    else if (image) Object.assign(image, JSON.parse(step.before ?? '{}'));
  }
  return image;
}

/** How people call a row: the name of the person or student that it is or belongs to, else a title, else nothing. */
export function labelOf(db: Reader, entity: string, rowId: string, image: Record<string, unknown> | undefined): string | null {
  const title = (row: Record<string, unknown> | undefined, names: string[]) => {
    const text = names.map((name) => row?.[name]).filter((value) => typeof value === 'string').join(' ');
    return text || null;
  };
  const personName = (personId: unknown) => typeof personId === 'string'
    ? title(db.get('SELECT familyEl, givenEl FROM person WHERE id = ?', [personId]), ['familyEl', 'givenEl']) : null;
  const studentName = (studentId: unknown) => typeof studentId === 'string'
    ? personName(db.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [studentId])?.personId) : null;
  if (entity === 'person') return title(image, ['familyEl', 'givenEl']) ?? personName(rowId);
  if (entity === 'user') return title(image, ['displayName']);
  if (entity === 'role_grant') return title(db.get('SELECT displayName FROM user WHERE id = ?', [String(image?.userId)]), ['displayName']);
  return studentName(image?.studentId) ?? personName(image?.personId)
    ?? title(image, ['displayName']) ?? title(image, ['name']) ?? title(image, ['label']) ?? title(image, ['nameEl']) ?? title(image, ['code']);
}
