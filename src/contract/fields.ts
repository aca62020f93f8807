import { z } from 'zod';
import type { FieldClass } from './permissions.ts';

/** A row's key: UUIDv7, so that keys sort by creation. */
export const id = z.uuid();
/** A school-local date, `2026-09-11`. */
export const isoDate = z.iso.date('dateForm');
/** Milliseconds since 1970, UTC. */
export const instant = z.number().int().nonnegative();
/** How often a row was changed; sent back with an edit so that nobody overwrites what they have not seen. */
export const rev = z.number().int().positive();
export const language = z.enum(['el', 'en']);
export type Language = z.infer<typeof language>;

/** Trimmed text of 1 to `max` characters. */
export const text = (max = 200) => z.string().trim().min(1, 'required').max(max, 'tooLong');
/** Trimmed text that may be absent; empty becomes null, so that "no value" has one form. */
export const optionalText = (max = 200) =>
  z.string().trim().max(max, 'tooLong').nullish().transform((value) => value || null);
export const optionalDate = z.union([z.literal('').transform(() => null), isoDate]).nullish().transform((v) => v ?? null);
export const nothing = z.object({});

/** File content: bytes at every door (base64 where a script sends JSON). */
export const bytes = z
  .union([z.instanceof(Uint8Array), z.base64().transform((value) => Uint8Array.from(atob(value), (c) => c.charCodeAt(0)))])
  .meta({ description: 'file content', contentEncoding: 'base64', type: 'string' });

/**
 * A student's key that says of whom the record around it is: the pipeline shows of that record what the grants show that reach this student.
 * In a procedure's input it says so for the whole answer.
 */
export const studentKey = z.uuid().meta({ about: 'student' });

/** Marks an output field as readable only with a field class; the pipeline blanks it (null or []) for everyone else. */
export function restricted<T extends z.ZodType>(fieldClass: FieldClass, schema: T): T {
  return schema.meta({ fieldClass }) as T;
}

/** What stands on a record, by kind (`entities.<entity>`): a removal asks with these before it takes them along. */
export const dependents = z.array(z.object({ entity: z.string(), count: z.number().int() }));

/** One page of a list: `total` counts all rows that match, before paging. */
export const page = <T extends z.ZodType>(row: T) => z.object({ total: z.number().int(), rows: z.array(row) });
export const paging = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) };
