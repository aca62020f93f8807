import type { CustomField } from '#contract/custom-fields.ts';
import { RollbookError, type FieldError } from '#contract/errors.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { customField, customValue } from '../store/schema/index.ts';
import { optionsInUse, readFields, readValues, writeOptions } from './repo.ts';
import { readValue } from './rules-value.ts';

type Context = QueryContext | CommandContext;

function needField(ctx: Context, id: string): CustomField {
  const field = readFields(ctx.db, ctx.classes()).find((each) => each.id === id);
  if (!field) throw new RollbookError('notFound');
  return field;
}

const wrong = (path: string, messageKey: string, params?: Record<string, string>) => new RollbookError('invalidInput', { fields: [{ path, messageKey, params }] });

/** What students already have in a field must still be a value of it. */
function mustKeepValues(ctx: CommandContext, before: CustomField, after: Pick<CustomField, 'type' | 'options'>): void {
  const used = optionsInUse(ctx.db, before.id);
  if (used.length === 0) return;
  if (after.type !== before.type) throw wrong('field.type', 'fieldTypeInUse');
  if (after.type !== 'choice') return;
  const gone = before.options.find(({ value }) => used.includes(value) && !after.options.some((option) => option.value === value));
  if (gone) throw wrong('field.options', 'optionInUse', { option: gone.labelEl });
}

/** Fields that the school adds to its students, and what each student has in them. */
export const customFieldHandlers: Handlers<Named<'customFields'>> = {
  'customFields.list': (ctx) => ({ fields: readFields(ctx.db, ctx.classes()) }),
  'customFields.save'(ctx, input) {
    const classes = ctx.classes();
    const { options, ...facts } = input.field;
    if (!classes.includes(facts.fieldClass)) throw wrong('field.fieldClass', 'forbidden');
    const row = { ...facts, options: writeOptions(facts.type === 'choice' ? options : []) };
    if (input.id === null) {
      const last = readFields(ctx.db, ['ordinary', 'contact', 'health', 'safeguarding']).at(-1)?.position ?? 0;
      return { id: ctx.db.insert(customField, { ...row, position: last + 1 }), rev: 1 };
    }
    mustKeepValues(ctx, needField(ctx, input.id), input.field);
    return { id: input.id, rev: ctx.db.update(customField, input.id, row, input.rev) };
  },
  'customFields.reorder'(ctx, input) {
    input.ids.forEach((id, index) => ctx.db.update(customField, needField(ctx, id).id, { position: index + 1 }));
    return {};
  },
  'customFields.archive'(ctx, input) {
    needField(ctx, input.id);
    return { id: input.id, rev: ctx.db.update(customField, input.id, { archivedAt: input.archived ? ctx.now : null }, input.rev) };
  },
  'customFields.dependents': (ctx, input) => ({ dependents: countDependents(ctx.db, customField, needField(ctx, input.id).id) }),
  'customFields.remove'(ctx, input) {
    removeWithDependents(ctx.db, customField, needField(ctx, input.id).id, input.rev);
    return {};
  },
  'customFields.values'(ctx, input) {
    needStudent(ctx, input.studentId);
    const values = readValues(ctx.db, input.studentId);
    // An archived field is shown only where it still says something.
    const fields = readFields(ctx.db, ctx.classes()).filter((field) => !field.archived || values.has(field.id));
    return { values: fields.map((field) => ({ field, value: values.get(field.id)?.value ?? null, rev: values.get(field.id)?.rev ?? null })) };
  },
  'customFields.saveValues'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const fields = new Map(readFields(ctx.db, ctx.classes()).map((field) => [field.id, field]));
    const known = readValues(ctx.db, studentId);
    const errors: FieldError[] = [];
    input.values.forEach(({ fieldId, rev, value: given }, index) => {
      const field = fields.get(fieldId);
      if (!field) throw new RollbookError('notFound');
      const row = known.get(fieldId);
      if ((row?.rev ?? null) !== rev) throw new RollbookError('conflict');
      const read = readValue(field, given);
      if ('error' in read) errors.push({ path: `values.${index}.value`, messageKey: read.error });
      else if (read.value === null && row) ctx.db.remove(customValue, row.id, rev);
      else if (read.value !== null && row) ctx.db.update(customValue, row.id, { value: read.value }, rev);
      else if (read.value !== null) ctx.db.insert(customValue, { fieldId, studentId, value: read.value });
    });
    if (errors.length > 0) throw new RollbookError('invalidInput', { fields: errors });
    return {};
  },
};
