import { z } from 'zod';
import { fieldClasses, type FieldClass } from '#contract/permissions.ts';

/** Blanks in place what the caller's field classes do not show, and notes in `shown` the classes of what it left. Null when the schema has nothing restricted. */
type Redactor = ((value: unknown, allowed: ReadonlySet<FieldClass>, shown: Set<FieldClass>) => void) | null;
const redactors = new WeakMap<z.ZodType, { redact: Redactor }>();
const classOf = z.object({ fieldClass: z.enum(fieldClasses) });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

interface RestrictedField { name: string; fieldClass: FieldClass | null; inner: Redactor }

/** Makes (once for each schema) the function that blanks restricted fields of an output, at any depth of objects and arrays. */
export function redactorOf(schema: z.ZodType): Redactor {
  let known = redactors.get(schema);
  if (!known) redactors.set(schema, (known = { redact: build(schema) }));
  return known.redact;
}

function build(schema: z.ZodType): Redactor {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return redactorOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const inner = redactorOf(schema.element as z.ZodType);
    return inner && ((value, allowed, shown) => { if (Array.isArray(value)) for (const item of value) inner(item, allowed, shown); });
  }
  if (schema instanceof z.ZodUnion) {
    const inner = schema.options.flatMap((option) => redactorOf(option as z.ZodType) ?? []);
    return inner.length === 0 ? null : (value, allowed, shown) => { for (const each of inner) each(value, allowed, shown); };
  }
  if (!(schema instanceof z.ZodObject)) return null;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]): RestrictedField[] => {
    const meta = classOf.safeParse(field.meta());
    if (meta.success) return [{ name, fieldClass: meta.data.fieldClass, inner: null }];
    const inner = redactorOf(field);
    return inner ? [{ name, fieldClass: null, inner }] : [];
  });
  if (fields.length === 0) return null;
  return (value, allowed, shown) => {
    if (!isRecord(value)) return;
    for (const { name, fieldClass, inner } of fields) {
      const content = value[name];
      if (fieldClass === null) inner?.(content, allowed, shown);
      // A field that this answer does not have, as in another branch of a union, is not made.
      else if (!allowed.has(fieldClass)) { if (content !== undefined) value[name] = Array.isArray(content) ? [] : null; }
      else if (content != null && !(Array.isArray(content) && content.length === 0)) shown.add(fieldClass);
    }
  };
}
