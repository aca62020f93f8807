import type { FieldClass } from '#contract/permissions.ts';

type Row = Record<string, unknown>;
export interface Cell { field: string; before: unknown; after: unknown }

/** Never shown: of no use to a reader, or a secret. */
const hidden = new Set([
  'id', 'rev', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'changeSetId', 'sortKey', 'personId', 'studentId', 'orgId', 'householdId', 'fieldId', 'guardianLinkId', 'personA', 'personB',
  'passwordHash', 'usernameKey', 'hash', 'fileId', 'source', 'mapping', 'header', 'sample', 'counts', 'value.passwordHash',
]);

/** Not shown of one kind of record only. */
const hiddenOf: Readonly<Record<string, ReadonlySet<string>>> = {
  role_grant: new Set(['userId']),
  issued_document: new Set(['payload', 'batchId', 'replacedById', 'series', 'number', 'firstPage', 'pages', 'yearId', 'termId']),
  document_template: new Set(['settings']),
};
/** Shown of one kind of record in spite of the list above: the department in which a role was given. */
const shownOf: Readonly<Record<string, ReadonlySet<string>>> = { role_grant: new Set(['orgId']) };
/** Settings whose value is a secret: the key that signs documents. */
const secretSettings = new Set<unknown>(['documentKey']);

/** The field class that a column needs beyond ordinary. */
export function classOfCell(entity: string, field: string): FieldClass {
  if (entity === 'contact_point' && field === 'value') return 'contact';
  if (entity === 'household') return 'contact';
  return entity === 'person' && field === 'nationalId' ? 'contact' : 'ordinary';
}

/** A contact is called by its kind, e-mail or mobile: "value" would say nothing. */
const contactName = (row: Row): string | null => (typeof row.kind === 'string' ? row.kind : null);

/** The cells of one row change, with the value before and after; what is empty on both sides is left out. */
export function cellsOf(entity: string, action: 'I' | 'U' | 'D', before: Row, after: Row, classes: ReadonlySet<FieldClass>): Cell[] {
  const fields = action === 'U' ? Object.keys(before) : Object.keys(action === 'I' ? after : before);
  if (entity === 'setting' && (secretSettings.has(after.id) || secretSettings.has(before.id))) return [];
  const name = (field: string) => (entity === 'contact_point' && field === 'value' ? contactName(after) ?? contactName(before) ?? field : field);
  return fields
    .filter((field) => (!hidden.has(field) || shownOf[entity]?.has(field)) && !hiddenOf[entity]?.has(field) && !(entity === 'contact_point' && field === 'kind') && classes.has(classOfCell(entity, field)))
    .map((field) => ({ field: name(field), before: action === 'I' ? null : (before[field] ?? null), after: action === 'D' ? null : (after[field] ?? null) }))
    .filter((cell) => cell.before !== null || cell.after !== null);
}
