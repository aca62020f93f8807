import { RollbookError } from '#contract/errors.ts';
import { findProcedure } from '#contract/index.ts';
import { accessWithin, type Access } from '../access/access.ts';
import type { AuditFacts } from '../journal/index.ts';
import { authorise, authoriseInput } from './authorise.ts';
import type { Reader } from '../store/reader.ts';
import type { Ask, QueryContext } from './context.ts';
import { openEnvironment, type Environment } from './environment.ts';
import { finish } from './finish.ts';
import { parseInput } from './parse-input.ts';
import { reachBy } from './reach.ts';
import { subjectOf } from './redact.ts';
import { findHandler } from './registry.ts';

/**
 * Lets a call ask other queries, as its own caller and by the same checks, all on one snapshot of the database: its own connection holds
 * it, so that pages read minutes apart fit together while others go on writing. What is answered stays within the grants of the call's own
 * permission as well: an export reaches no row and no field that either the list or the right to export would keep back.
 */
export async function askOnSnapshot<T>(env: Environment, ctx: QueryContext, use: (ask: Ask, within: Access, db: Reader) => Promise<T>): Promise<T> {
  const noted = new Set<string>();
  if (!ctx.access) throw new RollbookError('notSignedIn');
  const access = accessWithin(ctx.access, ctx.needed());
  const noteOnce = (facts: AuditFacts) => {
    const key = `${facts.kind} ${facts.detail} ${facts.targetId ?? ''}`;
    if (!noted.has(key)) ctx.note(facts);
    noted.add(key);
  };
  const ask: Ask = async (name, raw) => {
    const procedure = findProcedure(name);
    const handler = findHandler(name);
    if (procedure?.kind !== 'query' || handler.kind !== 'query' || !procedure.doors.includes(ctx.door)) throw new RollbookError('unknownProcedure');
    authorise(procedure, access, ctx.now);
    const input = parseInput(procedure, raw);
    const needed = authoriseInput(procedure, access, input);
    if (needed === null) throw new RollbookError('forbidden');
    const asking: QueryContext = {
      ...ctx, db: held.reader, access, note: noteOnce, ...reachBy(held.reader, () => access, () => needed, subjectOf(procedure.input, input)),
    };
    // The procedure found by this name has parsed it: the one place where the type is given back.
    return finish(procedure, asking, input, await handler.run(asking, input)) as never;
  };
  const held = openEnvironment(env.place, env.log, env.clock);
  held.connection.exec('BEGIN');
  try {
    return await use(ask, access, held.reader);
  } finally {
    held.connection.exec('ROLLBACK');
    held.close();
  }
}
