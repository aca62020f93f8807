import { z } from 'zod';
import { exportProcedures } from './exports.ts';

/** What can be done by schedule: exports that make one file. Each answers with `fileId`, `name` and `rows`; adding one is one line here and its words in `schedules.work`. */
export const schedulable = {
  'exports.table': exportProcedures['exports.table'],
} as const;
export type Schedulable = keyof typeof schedulable;
export const schedulableNames = Object.keys(schedulable) as Schedulable[];

/** True for a procedure that may run by schedule. */
export const isSchedulable = (name: string): name is Schedulable => Object.hasOwn(schedulable, name);

/** What every one of them answers with. */
export const madeFile = z.object({ fileId: z.uuid(), name: z.string(), rows: z.number().int() });

/** A procedure and its input, judged by that procedure's own rules. */
export const work = z.object({ procedure: z.enum(schedulableNames), input: z.unknown() }).transform(({ procedure, input }, ctx) => {
  const parsed = schedulable[procedure].input.safeParse(input);
  if (parsed.success) return { procedure, input: parsed.data };
  for (const issue of parsed.error.issues) ctx.addIssue({ ...issue, code: 'custom', path: ['input', ...issue.path], message: issue.message });
  return z.NEVER;
});
