import { z } from 'zod';
import { importFields } from './import-targets.ts';

const cellText = z.string().max(2000);
/** Cells that one import may mend by hand; more than that are mended in the file. */
const mostEdits = 5000;

/** What a column of a wide sheet of marks stands for: one assessment of the class, or one course of the student. */
export const wideKinds = ['assessment', 'course'] as const;
export type WideKind = (typeof wideKinds)[number];

/** What the user has decided about a file besides how it is read and what its columns are. */
export const importOptions = z.object({
  /** Mended cells: `row:column` of the file, both from 0, and what is read there instead. */
  edits: z.record(z.string().regex(/^\d{1,7}:\d{1,4}$/), cellText).refine((edits) => Object.keys(edits).length <= mostEdits).default({}),
  /** By field: a text as it stands in the file, and what is read instead. */
  translations: z.partialRecord(z.enum(importFields), z.record(cellText, cellText)).default({}),
  /** By field: what a row says that says nothing of it itself. */
  defaults: z.partialRecord(z.enum(importFields), cellText).default({}),
  /** Columns, from 0, each of which holds marks of its own; null: detected. */
  wide: z.record(z.string().regex(/^\d{1,4}$/), z.enum(wideKinds)).nullable().default(null),
  /** Years of two digits up to this one are of this century, the others of the last; null: up to next year. */
  latestYear: z.number().int().min(2000).max(2099).nullable().default(null),
  /** Nothing is written as long as one row is refused. */
  allOrNothing: z.boolean().default(false),
});
export type ImportOptions = z.output<typeof importOptions>;

/** An import about which nothing was decided. */
export const noOptions: ImportOptions = importOptions.parse({});
