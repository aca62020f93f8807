import type { z } from 'zod';
import type { findProcedure } from '#contract/index.ts';
import { fieldClasses, type FieldClass } from '#contract/permissions.ts';
import { fieldClassesOf, finerGrants } from '../access/access.ts';
import { noteReading } from './audited.ts';
import type { QueryContext } from './context.ts';
import { redactorOf, type Shows } from './redact.ts';

type Found = NonNullable<ReturnType<typeof findProcedure>>;

/** Parses the output, so that nothing undeclared leaves, blanks restricted fields, and notes what was shown that has to be written down. */
export function finish(procedure: Found, ctx: QueryContext, input: unknown, value: unknown): unknown {
  const output = procedure.output.safeParse(value);
  if (!output.success) throw new OutputError(procedure.name, output.error);
  const shown = new Set<FieldClass>();
  const redact = redactorOf(procedure.output);
  if (redact) redact(output.data, showsFor(procedure, ctx, (collect) => redact(output.data, collect, new Set())), shown);
  const facts = noteReading(procedure, ctx.access, input, shown);
  if (facts) ctx.note(facts);
  return output.data;
}

const everyClass: ReadonlySet<FieldClass> = new Set(fieldClasses);

/** What the caller may see of the answer's records. `walk` goes through them once without blanking anything, to learn whose they are. */
function showsFor({ permission }: Found, ctx: QueryContext, walk: (shows: Shows) => void): Shows {
  if (!ctx.access) return { allowed: new Set(), ofStudent: () => new Set() };
  if (permission === 'public' || permission === 'signedIn') {
    const allowed = new Set(fieldClassesOf(ctx.access));
    return { allowed, ofStudent: () => allowed };
  }
  const allowed = new Set(ctx.classes());
  const students = new Set<string>();
  if (finerGrants(ctx.access, ctx.needed()).length > 0) walk({ allowed: everyClass, ofStudent: (id) => { students.add(id); return everyClass; } });
  return { allowed, ofStudent: ctx.classesOf([...students]) };
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
