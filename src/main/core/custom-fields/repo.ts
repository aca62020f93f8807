import { z } from 'zod';
import type { CustomField, CustomFieldOption } from '#contract/custom-fields.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';

interface FieldRow extends Omit<CustomField, 'options' | 'required' | 'archived'> { options: string | null; required: number; archivedAt: number | null }
const optionsForm = z.array(z.object({ value: z.string(), labelEl: z.string(), labelEn: z.string() }));
const toField = ({ options, required, archivedAt, ...row }: FieldRow): CustomField => ({
  ...row, options: optionsForm.parse(JSON.parse(options ?? '[]')), required: required === 1, archived: archivedAt !== null,
});

/** The school's fields of these classes, in order. */
export function readFields(db: Reader, classes: readonly FieldClass[]): CustomField[] {
  return db.all<FieldRow>(
    `SELECT id, rev, labelEl, labelEn, type, options, required, fieldClass, position, archivedAt FROM custom_field
     WHERE fieldClass IN (SELECT value FROM json_each(?)) AND deletedAt IS NULL ORDER BY position, id`, [JSON.stringify(classes)]).map(toField);
}

/** The options of a field that some student has chosen. */
export function optionsInUse(db: Reader, fieldId: string): string[] {
  return db.all<{ value: string }>('SELECT DISTINCT value FROM custom_value WHERE fieldId = ? AND deletedAt IS NULL', [fieldId]).map(({ value }) => value);
}

/** A student's values by field. */
export function readValues(db: Reader, studentId: string): Map<string, { id: string; rev: number; value: string }> {
  return new Map(db.all<{ id: string; rev: number; value: string; fieldId: string }>(
    'SELECT id, rev, value, fieldId FROM custom_value WHERE studentId = ? AND deletedAt IS NULL', [studentId]).map(({ fieldId, ...row }) => [fieldId, row]));
}

/** Options as they are stored; null where a field has none. */
export const writeOptions = (options: readonly CustomFieldOption[]): string | null => (options.length === 0 ? null : JSON.stringify(options));
