import { RollbookError, type Answer } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { z } from 'zod';
import type { CallRequest, CoreOptions } from '../kernel/core.ts';
import type { Office } from '../setup/office.ts';

/** The first check begins this long after opening, when everybody has their first screen. */
const firstAfter = 20_000;
const day = 24 * 60 * 60_000;
const askEvery = 200;
const started = z.object({ jobId: z.string() });

type Call = (request: CallRequest) => Promise<Answer<unknown>>;
export type Verdict = Output<'audit.verify'>;

const asSystem = (call: Call, office: Office, name: string, input: unknown = {}) => call({ name, input, token: office.systemToken, door: 'headless', device: 'schedule' });

export interface ChainWatch {
  /** Begins to watch what is open now, unless it does already. */
  refresh: () => void;
  stop: () => void;
}

/** Has the chain of the journal checked in a thread of its own, some seconds after opening and once a day. */
export function watchChain({ office, call, log }: { office: Office; call: Call; log: NonNullable<CoreOptions['log']> }): ChainWatch {
  let watched: unknown = null;
  let timers: NodeJS.Timeout[] = [];
  const check = async () => {
    const answer = await asSystem(call, office, 'audit.verify');
    if (!answer.ok) log('error', 'the journal could not be checked', { state: answer.error.code });
  };
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    watched = null;
  };
  return {
    stop,
    refresh() {
      const pool = office.pool();
      if (pool === watched) return;
      stop();
      // Without threads of their own, as in tests, a check would hold up everything else.
      if (!pool || !office.options.threadEntry) return;
      watched = pool;
      timers = [setTimeout(() => void check(), firstAfter).unref(), setInterval(() => void check(), day).unref()];
    },
  };
}

/** Checks the chain now, as the program itself, and waits for what comes of it. Throws what keeps it from being checked. */
export async function verifyNow(call: Call, office: Office): Promise<Verdict> {
  const begun = await asSystem(call, office, 'audit.verify');
  if (!begun.ok) throw new RollbookError(begun.error.code, begun.error);
  const { jobId } = started.parse(begun.value);
  const form = contract['jobs.get'].output;
  for (;;) {
    const answer = await asSystem(call, office, 'jobs.get', { id: jobId });
    if (!answer.ok) throw new RollbookError(answer.error.code, answer.error);
    const job = form.parse(answer.value);
    if (job.state === 'done') return contract['audit.verify'].output.parse(job.result);
    if (job.state !== 'running') throw new RollbookError('internal');
    await new Promise((resolve) => { setTimeout(resolve, askEvery); });
  }
}
