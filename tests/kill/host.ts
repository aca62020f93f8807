import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '#contract/errors.ts';
import type { CallResult, Input, ProcedureName } from '#contract/index.ts';

/** A real headless host in a process of its own, which can be killed as by a power cut. */
export interface Host {
  call: <K extends ProcedureName>(name: K, input: Input<K>) => Promise<CallResult<K>>;
  upload: (name: string, content: string) => Promise<string>;
  /** Waits for a job's end and returns its state. */
  follow: (jobId: string) => Promise<string>;
  kill: () => Promise<void>;
}
const hello = z.object({ url: z.string() });
const started = z.object({ fileId: z.string() });

/** Starts the host on a data folder and signs in if a user is given. */
export async function startHost(folder: string, keyFile: string, user: { username: string; password: string } | null): Promise<Host> {
  const entry = existsSync('out/main/headless.js') ? 'out/main/headless.js' : 'src/main/headless.ts';
  const child: ChildProcess = spawn(process.execPath, [entry, '--data', folder, '--key-file', keyFile, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no output');
  const [line] = await once(createInterface({ input: child.stdout }), 'line') as [string];
  const { url } = hello.parse(JSON.parse(line));
  let token = '';
  const post = async (name: string, body: string, headers: Record<string, string>): Promise<Answer<unknown>> => {
    const response = await fetch(`${url}rpc/${name}`, {
      method: 'POST', body, headers: { 'content-type': 'application/json', 'x-rollbook-token': '1', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    });
    return await response.json() as Answer<unknown>;
  };
  const valueOf = (answer: Answer<unknown>): unknown => {
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.messageKey ?? ''}`);
    return answer.value;
  };
  const call: Host['call'] = async (name, input) => valueOf(await post(name, JSON.stringify(input), {})) as CallResult<typeof name>;
  if (user) {
    const answer = await call('auth.signIn', user);
    if (answer.state !== 'signedIn') throw new Error('refused');
    token = answer.token;
  }
  return {
    call,
    upload: async (name, content) => started.parse(valueOf(await post('files.upload', content, { 'content-type': 'application/octet-stream', 'x-file-name': name }))).fileId,
    async follow(jobId) {
      for (;;) {
        const { state } = await call('jobs.get', { id: jobId });
        if (state !== 'running') return state;
        await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
