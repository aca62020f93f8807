import type { ProcedureName } from '#contract/index.ts';
import { findProcedure } from '#contract/index.ts';
import { academicHandlers } from '../academics/index.ts';
import { accessHandlers } from '../access/index.ts';
import { customFieldHandlers } from '../custom-fields/index.ts';
import { auditHandlers } from '../audit/index.ts';
import { attendanceHandlers } from '../attendance/index.ts';
import { conductHandlers } from '../conduct/index.ts';
import { documentHandlers } from '../documents/index.ts';
import { enrolmentHandlers } from '../enrolment/index.ts';
import { duplicateHandlers } from '../duplicates/index.ts';
import { exchangeHandlers } from '../exchange/index.ts';
import { familyDomainHandlers } from '../family/index.ts';
import { fileHandlers } from '../files/index.ts';
import { gradingHandlers } from '../grading/index.ts';
import { historyHandlers } from '../journal/index.ts';
import { homeHandlers } from '../insight/index.ts';
import { jobHandlers } from '../jobs/index.ts';
import { peopleHandlers } from '../people/index.ts';
import { privacyHandlers } from '../privacy/index.ts';
import { resultsHandlers } from '../results/index.ts';
import { rolloverHandlers } from '../rollover/index.ts';
import { schedulesHandlers } from '../schedules/index.ts';
import { searchHandlers } from '../search/index.ts';
import { settingsHandlers } from '../settings/index.ts';
import { backupHandlers } from '../backups/index.ts';
import type { CommandContext, QueryContext } from './context.ts';
import type { Handlers, ThreadName } from './handlers.ts';

/** Every procedure's handler. A procedure without one does not compile. */
const handlers: Handlers<ThreadName> = {
  ...accessHandlers, ...auditHandlers, ...peopleHandlers, ...searchHandlers, ...historyHandlers, ...fileHandlers, ...exchangeHandlers,
  ...documentHandlers, ...homeHandlers, ...jobHandlers, ...settingsHandlers, ...backupHandlers,
  ...academicHandlers,
  ...enrolmentHandlers,
  ...familyDomainHandlers, ...customFieldHandlers, ...duplicateHandlers,
  ...gradingHandlers,
  ...attendanceHandlers,
  ...resultsHandlers,
  ...conductHandlers, ...rolloverHandlers,
  ...privacyHandlers,
  ...schedulesHandlers,
};

/** A command in parts, as the pipeline calls it. */
export interface RunnableBatches {
  kind: 'batches';
  prepare: (ctx: QueryContext, input: unknown) => unknown;
  parts: (prepared: unknown) => number;
  runPart: (ctx: CommandContext, input: unknown, prepared: unknown, part: number) => void;
  settle: (ctx: CommandContext) => void;
  finish: (prepared: unknown) => unknown;
}

/** A handler as the pipeline calls it, its input already parsed by the schema that its type comes from. */
export type Runnable =
  | { kind: 'query'; run: (ctx: QueryContext, input: unknown) => unknown }
  | { kind: 'command'; prepare?: (ctx: QueryContext, input: unknown) => unknown; run: (ctx: CommandContext, input: unknown, prepared: unknown) => unknown }
  | RunnableBatches;

const isThreadName = (name: ProcedureName): name is ThreadName => Object.hasOwn(handlers, name);

/** The handler of a procedure. This is the one place where the types of input and output are erased; the pipeline parses both. */
export function findHandler(name: ProcedureName): Runnable {
  if (!isThreadName(name)) throw new Error(`${name} has no handler in this thread`);
  const handler: unknown = handlers[name];
  const kind = findProcedure(name)?.kind ?? 'query';
  if (typeof handler === 'function') return { kind, run: handler } as Runnable;
  if (typeof handler === 'object' && handler && 'runPart' in handler) return { kind: 'batches', ...(handler as Omit<RunnableBatches, 'kind'>) };
  return { kind: 'command', ...(handler as Omit<Extract<Runnable, { kind: "command" }>, "kind">) };
}
