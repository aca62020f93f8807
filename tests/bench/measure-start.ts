import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { account, type Fixture } from './fixture.ts';
import type { Report } from './report.ts';

const hello = z.object({ url: z.string() });
const starts = 3;

/** Starts the real headless host and measures from there to the first answered call: signing in. The median of three. */
export async function measureStart(report: Report, fixture: Fixture, entry: string): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < starts; i += 1) times.push(await startOnce(fixture, entry));
  times.sort((a, b) => a - b);
  report.add('start to first answered call (sign-in)', times[1] ?? Number.NaN, 'ms', 1500);
}

async function startOnce(fixture: Fixture, entry: string): Promise<number> {
  const started = performance.now();
  const host = spawn(process.execPath, [entry, '--data', fixture.folder, '--key-file', fixture.keyFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const lines = createInterface({ input: host.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    const { url } = hello.parse(JSON.parse(line));
    const answer = await fetch(new URL('/rpc/auth.signIn', url), {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-rollbook-token': '1' }, body: JSON.stringify({ ...account, device: 'bench' }),
    });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    await answer.text();
    return performance.now() - started;
  } finally {
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  }
}
