import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, root, waitForOutput } from './processes.ts';

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rollbook-demo-'));
  const args = [join(root, 'out', 'main', 'headless.js'), '--demo', '--data', folder, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  await waitForOutput(child, (text) => (text.includes('"url"') ? text : null));
  await endProcess(child);
  return folder;
}

/** Path of a demonstration's data folder to copy, made once for all specs of a run. */
export function makeDemonstration(): Promise<string> {
  made ??= make();
  return made;
}

/** Removes it again. */
export async function removeDemonstration(): Promise<void> {
  if (made) rmSync(await made, { recursive: true, force: true });
  made = undefined;
}
