import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, nothing, optionalText, rev, studentKey, text } from './fields.ts';
import { fieldClasses } from './permissions.ts';

export const customFieldTypes = ['text', 'number', 'date', 'choice', 'flag'] as const;
/** One answer of a choice: `value` stays when the labels are rewritten. */
const option = z.object({ value: text(40), labelEl: text(80), labelEn: text(80) });
export type CustomFieldOption = z.infer<typeof option>;

const fieldDetails = z.object({
  labelEl: text(80), labelEn: text(80), type: z.enum(customFieldTypes), options: z.array(option).max(60).default([]),
  required: z.boolean().default(false), fieldClass: z.enum(fieldClasses).default('ordinary'),
});
const field = z.object({ id, rev, ...fieldDetails.shape, options: z.array(option), position: z.number().int(), archived: z.boolean() });
export type CustomField = z.infer<typeof field>;

const saved = z.object({ id, rev });
const target = z.object({ id, rev });
/** A value as it is stored: text, a decimal number, an ISO date, an option's value, or `1` and `0`. */
const value = z.object({ field, value: z.string().nullable(), rev: rev.nullable() });

/** The school's own fields: what they are, and what each student has in them. */
export const customFieldProcedures = {
  /** Every field, archived ones too, in order; those of field classes that the caller may not see are left out. */
  'customFields.list': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: nothing, output: z.object({ fields: z.array(field) }),
  }),
  'customFields.save': command({
    permission: 'customFields:edit', creates: 'customFields:create', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({
      id: id.nullable().default(null), rev: rev.nullable().default(null),
      field: fieldDetails.refine(({ type, options }) => type !== 'choice' || options.length > 0, { path: ['options'], error: 'required' })
        .refine(({ options }) => new Set(options.map((each) => each.value)).size === options.length, { path: ['options'], error: 'optionTwice' }),
    }),
    output: saved,
  }),
  /** The fields in the order in which they are to stand. */
  'customFields.reorder': command({
    permission: 'customFields:edit', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ ids: z.array(id).min(1).max(500) }), output: nothing,
  }),
  /** An archived field is no longer asked for; what students have in it stays. */
  'customFields.archive': command({
    permission: 'customFields:edit', scope: 'school', doors: everyDoor, undoable: true, input: target.extend({ archived: z.boolean() }), output: saved,
  }),
  'customFields.dependents': query({
    permission: 'customFields:delete', scope: 'school', doors: everyDoor, input: z.object({ id }), output: z.object({ dependents }),
  }),
  'customFields.remove': command({
    permission: 'customFields:delete', scope: 'school', doors: everyDoor, undoable: true, input: target, output: nothing,
  }),
  /** The school's fields with a student's values. */
  'customFields.values': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: studentKey }), output: z.object({ values: z.array(value) }),
  }),
  'customFields.saveValues': command({
    permission: 'students:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({
      studentId: studentKey,
      values: z.array(z.object({ fieldId: id, rev: rev.nullable().default(null), value: optionalText(500) })).min(1).max(500),
    }),
    output: nothing,
  }),
};
