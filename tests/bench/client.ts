import { setTimeout } from 'node:timers/promises';
import type { CallResult, Input, JobName, Output, ProcedureName } from '#contract/index.ts';
import type { Job } from '#contract/office.ts';
import type { Core } from '../../src/main/core/index.ts';
import { account } from './fixture.ts';
import type { LoopWatch } from './loop-watch.ts';

/** A signed-in caller of a real core, whose threads it crosses as the window does. */
export interface Client {
  call<K extends ProcedureName>(name: K, input: Input<K>): Promise<CallResult<K>>;
  /** The same, timed: milliseconds from the call to its answer, pushed to `times`. */
  time<K extends ProcedureName>(times: number[], name: K, input: Input<K>): Promise<CallResult<K>>;
  /** Starts a job and waits for its end; `milliseconds` from the call to the event that says so. */
  job<K extends JobName>(name: K, input: Input<K>): Promise<{ result: Output<K>; milliseconds: number }>;
}

/** Sessions that take turns: the core lets one session make no more calls than a person would. */
const sessions = 24;

/** Signs in. The watch is told what is called when. Throws what the core refuses. */
export async function signIn(core: Core, watch: LoopWatch): Promise<Client> {
  const ask = async (name: string, input: unknown, token: string | null): Promise<unknown> => {
    const answer = await watch.during(name, () => core.call({ name, input, token, door: 'desktop', device: 'bench' }));
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const tokens: string[] = [];
  while (tokens.length < sessions) {
    const signedIn = (await ask('auth.signIn', { ...account, device: 'bench' }, null)) as Output<'auth.signIn'>;
    if (signedIn.state !== 'signedIn') throw new Error('refused');
    tokens.push(signedIn.token);
  }
  let turn = 0;
  // The pipeline has parsed every answer by the contract; here it only gets its name back.
  const call: Client['call'] = async (name, input) => (await ask(name, input, tokens[(turn += 1) % sessions] ?? null)) as never;

  const ended = new Map<string, number>();
  core.subscribe((event) => {
    if (event.type === 'job' && event.state !== 'running') ended.set(event.jobId, performance.now());
  });
  const readJob = async (jobId: string): Promise<Job> => call('jobs.get', { id: jobId });

  return {
    call,
    async time(times, name, input) {
      const started = performance.now();
      const value = await call(name, input);
      times.push(performance.now() - started);
      return value;
    },
    async job(name, input) {
      const started = performance.now();
      const { jobId } = (await call(name, input)) as { jobId: string };
      await watch.during(name, async () => { while (!ended.has(jobId)) await setTimeout(5); });
      const job = await readJob(jobId);
      if (job.state !== 'done') throw new Error(`${name}: ${job.state} ${JSON.stringify(job.error)}`);
      return { result: job.result as Output<typeof name>, milliseconds: (ended.get(jobId) ?? 0) - started };
    },
  };
}
