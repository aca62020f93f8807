import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { RollbookError } from '#contract/errors.ts';
import type { CallRequest, CoreOptions } from '../kernel/core.ts';
import type { LiveJob } from '../jobs/index.ts';
import type { Outcome } from '../kernel/pipeline.ts';
import { heavyBuffers } from './hand-over.ts';
import type { FromThread, Task, ToThread } from './messages.ts';
import { serve } from './serve.ts';

export interface CallHooks { liveJobs: readonly LiveJob[]; cancel: SharedArrayBuffer; accepted: (userId: string) => void; progress: (done: number, total: number) => void }

/** Hooks for a call that nobody follows. */
export const silentHooks = (): CallHooks => ({ liveJobs: [], cancel: new SharedArrayBuffer(4), accepted: () => undefined, progress: () => undefined });

/** A thread as the main process sees it. `load` counts what it has in hand. */
export interface Thread {
  load: () => number;
  call: (request: CallRequest, hooks: CallHooks) => Promise<Outcome>;
  task: (task: Task) => Promise<unknown>;
  close: () => Promise<void>;
}
const closeWithin = 2_000;
interface Pending { hooks: CallHooks | null; resolve: (value: unknown) => void; reject: (error: Error) => void }

/** Starts a thread; without an entry its work is done in this one, by the given clock (tests). */
export function startThread(entry: URL | undefined, log: NonNullable<CoreOptions['log']>, clock?: () => number): Thread {
  const pending = new Map<number, Pending>();
  let last = 0;

  function receive(message: FromThread): void {
    if (message.kind === 'log') return log(message.level, message.message, message.detail);
    const entryOf = pending.get(message.id);
    if (!entryOf) return;
    if (message.kind === 'accepted') return entryOf.hooks?.accepted(message.userId);
    if (message.kind === 'progress') return entryOf.hooks?.progress(message.done, message.total);
    pending.delete(message.id);
    if (message.kind === 'failed') entryOf.reject(new RollbookError(message.failure.code, message.failure));
    else entryOf.resolve(message.kind === 'outcome' ? message.outcome : message.value);
  }

  const far = entry ? connectWorker(entry, receive, (error) => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }) : connectLocal(receive, clock);

  function ask(make: (id: number) => ToThread, hooks: CallHooks | null): Promise<unknown> {
    const id = (last += 1);
    return new Promise((resolve, reject) => {
      pending.set(id, { hooks, resolve, reject });
      far.send(make(id));
    });
  }
  return {
    load: () => pending.size,
    call: async (request, hooks) =>
      await ask((id) => ({ id, kind: 'call', request, liveJobs: hooks.liveJobs, cancel: hooks.cancel }), hooks) as Outcome,
    task: (task) => ask((id) => ({ id, kind: 'task', task }), null),
    async close() {
      // A clean close folds the write-ahead log into the file; a thread that is busy is ended all the same, and the log is used at the next start.
      const closed = ask((id) => ({ id, kind: 'task', task: { type: 'close' } }), null).catch(() => null);
      await Promise.race([closed, setTimeout(closeWithin, null, { ref: false })]);
      await far.close();
    },
  };
}

interface Far { send: (message: ToThread) => void; close: () => Promise<void> }

function connectWorker(entry: URL, receive: (message: FromThread) => void, onEnd: (error: Error) => void): Far {
  const worker = new Worker(entry);
  worker.on('message', receive);
  worker.on('error', onEnd);
  worker.on('exit', () => onEnd(new RollbookError('busy')));
  return { send: (message) => worker.postMessage(message, heavyBuffers(message.kind === 'call' ? message.request.input : message.task)), close: async () => { await worker.terminate(); } };
}

function connectLocal(receive: (message: FromThread) => void, clock?: () => number): Far {
  const { receive: handle, close } = serve(receive, clock);
  return { send: (message) => void handle(message), close: async () => close() };
}
