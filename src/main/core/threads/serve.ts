import { RollbookError } from '#contract/errors.ts';
import type { CoreOptions } from '../kernel/core.ts';
import { openEnvironment, type Environment } from '../kernel/environment.ts';
import { toFailure } from '../kernel/failures.ts';
import { execute } from '../kernel/pipeline.ts';
import type { FromThread, ToThread } from './messages.ts';
import { runTask } from './tasks.ts';

/** Progress is told at most this often, in milliseconds. */
const progressEvery = 100;

/** The inside of a thread: holds one connection, answers calls through the pipeline and does tasks. `send` goes to the main process. */
export function serve(send: (message: FromThread) => void, clock: () => number = Date.now): { receive: (message: ToThread) => Promise<void>; close: () => void } {
  let env: Environment | null = null;
  const log: NonNullable<CoreOptions['log']> = (level, message, detail = {}) => send({ id: 0, kind: 'log', level, message, detail });

  async function receive(message: ToThread): Promise<void> {
    const { id } = message;
    try {
      if (message.kind === 'task') {
        if (message.task.type === 'open') {
          env?.close();
          env = openEnvironment(message.task.place, log, clock);
        }
        send({ id, kind: 'done', value: await runTask(env, message.task) });
        return;
      }
      if (!env) throw new RollbookError('vaultLocked');
      const cancel = new Int32Array(message.cancel);
      let told = 0;
      const outcome = await execute(env, message.request, {
        liveJobs: message.liveJobs,
        accepted: (userId) => send({ id, kind: 'accepted', userId }),
        isCancelled: () => Atomics.load(cancel, 0) !== 0,
        progress: (done, total) => {
          const now = performance.now();
          if (now - told < progressEvery) return;
          told = now;
          send({ id, kind: 'progress', done, total });
        },
      });
      send({ id, kind: 'outcome', outcome });
    } catch (error) {
      if (message.kind === 'task' && message.task.type === 'open') {
        env?.close();
        env = null;
      }
      send({ id, kind: 'failed', failure: toFailure(error, (text, detail) => log('error', text, detail)) });
    }
  }
  return { receive, close: () => { env?.close(); env = null; } };
}
