import { z } from 'zod';
import { id } from './fields.ts';
import { importFields } from './import-targets.ts';

const cellText = z.string().max(2000);
/** Cells that one import may mend by hand; more than that are mended in the file. */
const mostEdits = 5000;

/** Questions of one import about who a row means that may be answered. */
const mostDecisions = 5000;

/** By what, besides the student number, which always counts, a row is recognised as a student of the school. `similar`: who looks alike is asked about. */
export const matchWays = ['nationalId', 'name', 'similar'] as const;
export type MatchWay = (typeof matchWays)[number];
/** Who a row means: somebody new, or a student of the school. */
export const decision = z.union([z.literal('new'), id]);
export type Decision = z.infer<typeof decision>;

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
  match: z.array(z.enum(matchWays)).default([...matchWays]),
  /** By line of the file as people count it: the answer to who that row means. */
  decisions: z.record(z.string().regex(/^\d{1,7}$/), decision).refine((decisions) => Object.keys(decisions).length <= mostDecisions).default({}),
  /** Nothing is written as long as one row is refused. */
  allOrNothing: z.boolean().default(false),
});
export type ImportOptions = z.output<typeof importOptions>;

/** An import about which nothing was decided. */
export const noOptions: ImportOptions = importOptions.parse({});
