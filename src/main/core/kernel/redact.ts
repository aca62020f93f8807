import { z } from 'zod';
import { fieldClasses, type FieldClass } from '#contract/permissions.ts';

/** What may be shown of the records around, and of each student's own. */
export interface Shows { allowed: ReadonlySet<FieldClass>; ofStudent: (id: string) => ReadonlySet<FieldClass> }

/** Blanks in place what the caller's field classes do not show, and notes in `shown` the classes of what it left. Null when the schema has nothing restricted. */
type Redactor = ((value: unknown, shows: Shows, shown: Set<FieldClass>) => void) | null;
const redactors = new WeakMap<z.ZodType, { redact: Redactor }>();
const classOf = z.object({ fieldClass: z.enum(fieldClasses) });
const aboutStudent = z.object({ about: z.literal('student') });

/** The name of the field that says about which student an object is. */
function subjectField(schema: z.ZodObject): string | null {
  const found = Object.entries(schema.shape as Record<string, z.ZodType>).find(([, field]) => aboutStudent.safeParse(field.meta()).success);
  return found?.[0] ?? null;
}

/** The student whom a procedure's input is about, if it says so. */
export function subjectOf(schema: z.ZodType, input: unknown): string | null {
  const name = schema instanceof z.ZodObject ? subjectField(schema) : null;
  const subject = name !== null && isRecord(input) ? input[name] : null;
  return typeof subject === 'string' ? subject : null;
}
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
    return inner && ((value, shows, shown) => { if (Array.isArray(value)) for (const item of value) inner(item, shows, shown); });
  }
  if (schema instanceof z.ZodUnion) {
    const inner = schema.options.flatMap((option) => redactorOf(option as z.ZodType) ?? []);
    return inner.length === 0 ? null : (value, shows, shown) => { for (const each of inner) each(value, shows, shown); };
  }
  if (!(schema instanceof z.ZodObject)) return null;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]): RestrictedField[] => {
    const meta = classOf.safeParse(field.meta());
    if (meta.success) return [{ name, fieldClass: meta.data.fieldClass, inner: null }];
    const inner = redactorOf(field);
    return inner ? [{ name, fieldClass: null, inner }] : [];
  });
  if (fields.length === 0) return null;
  const subjectName = subjectField(schema);
  return (value, around, shown) => {
    if (!isRecord(value)) return;
    const subject = subjectName === null ? null : value[subjectName];
    const shows = typeof subject === 'string' ? { ...around, allowed: around.ofStudent(subject) } : around;
    for (const { name, fieldClass, inner } of fields) {
      const content = value[name];
      if (fieldClass === null) inner?.(content, shows, shown);
      // A field that this answer does not have, as in another branch of a union, is not made.
      else if (!shows.allowed.has(fieldClass)) { if (content !== undefined) value[name] = Array.isArray(content) ? [] : null; }
      else if (content != null && !(Array.isArray(content) && content.length === 0)) shown.add(fieldClass);
    }
  };
}
