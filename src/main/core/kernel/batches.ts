import { setTimeout as pause } from 'node:timers/promises';
import type { CommandContext, Effect, QueryContext } from './context.ts';
import type { Recorded } from './record.ts';
import type { RunnableBatches } from './registry.ts';

/** The pause between two parts, in milliseconds: whoever waits for the database looks again every tenth of a second, and shall find it free. */
const lettingIn = 110;

/**
 * Runs the parts of a long command one after another, each through `write`: a transaction with a change set of its own. Cancelled or failed
 * between two of them, those that are done stay done; what is put in order at the end is put in order then as well.
 */
export async function runBatches(
  handler: RunnableBatches, ctx: QueryContext, input: unknown, write: <T>(run: (ctx: CommandContext) => T) => Recorded<T>, effects: Effect[],
): Promise<unknown> {
  const ready = await handler.prepare(ctx, input);
  const total = handler.parts(ready);
  let done = 0;
  try {
    for (; done < total; done += 1) {
      await pause(lettingIn);
      ctx.checkCancelled();
      ctx.progress(done, total);
      const part = done;
      const { changeSetId, entities } = write((commandCtx) => handler.runPart(commandCtx, input, ready, part));
      if (changeSetId !== null) effects.push({ type: 'changed', entities, changeSetId });
    }
    ctx.progress(total, total);
  } finally {
    if (done > 0) {
      await pause(lettingIn);
      write((commandCtx) => handler.settle(commandCtx));
    }
  }
  return handler.finish(ready);
}
