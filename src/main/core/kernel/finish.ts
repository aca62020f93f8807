import type { z } from 'zod';
import type { findProcedure } from '#contract/index.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { fieldClassesFor, fieldClassesOf } from '../access/access.ts';
import { noteReading } from './audited.ts';
import type { QueryContext } from './context.ts';
import { redactorOf } from './redact.ts';

type Found = NonNullable<ReturnType<typeof findProcedure>>;

/** Parses the output, so that nothing undeclared leaves, blanks restricted fields, and notes what was shown that has to be written down. */
export function finish(procedure: Found, ctx: QueryContext, input: unknown, value: unknown): unknown {
  const output = procedure.output.safeParse(value);
  if (!output.success) throw new OutputError(procedure.name, output.error);
  const shown = new Set<FieldClass>();
  const redact = redactorOf(procedure.output);
  if (redact) redact(output.data, new Set(classesFor(procedure, ctx)), shown);
  const facts = noteReading(procedure, ctx.access, input, shown);
  if (facts) ctx.note(facts);
  return output.data;
}

function classesFor({ permission }: Found, { access, needed }: QueryContext): FieldClass[] {
  if (!access) return [];
  return permission === 'public' || permission === 'signedIn' ? fieldClassesOf(access) : fieldClassesFor(access, needed());
}

/** A handler answered something else than its contract says: a mistake of ours. The paths are named, the values are not. */
class OutputError extends Error {
  readonly code: string;
  constructor(name: string, error: z.ZodError) {
    super('output does not fit the contract');
    this.name = 'OutputError';
    this.code = `${name}:${error.issues.map((issue) => issue.path.join('.')).slice(0, 5).join(',')}`;
  }
}
