import { z } from 'zod';
import { exportProcedures } from './exports.ts';
import { scheduledTable } from './scheduled-lists.ts';

const of = <N extends string, I extends z.ZodType>(procedure: N, input: I) => z.object({ procedure: z.literal(procedure), input });

/**
 * What can be done by schedule: exports that make one file, each with its input, in which year and days may be left for the time of the run to say.
 * Each answers with `fileId`, `name` and `rows`.
 */
export const work = z.discriminatedUnion('procedure', [of('exports.table', scheduledTable), of('exports.oneRoster', exportProcedures['exports.oneRoster'].input)]);
export type Work = z.output<typeof work>;
export type Schedulable = Work['procedure'];
export const schedulableNames: readonly Schedulable[] = work.options.map(({ shape }) => shape.procedure.value);

/** True for a procedure that may run by schedule. */
export const isSchedulable = (name: string): name is Schedulable => schedulableNames.some((each) => each === name);

/** What every one of them answers with. */
export const madeFile = z.object({ fileId: z.uuid(), name: z.string(), rows: z.number().int() });
