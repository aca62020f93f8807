import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..');
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Debian's Chromium where there is one; undefined for Playwright's own. */
export function findChromium(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}

/** The packaged program, as `npm run package` leaves it. */
export function findPackagedApp(): string {
  const dist = join(root, 'dist');
  const inside: Record<string, string> = { darwin: 'Rollbook.app/Contents/MacOS/Rollbook', win32: 'Rollbook.exe', linux: 'rollbook' };
  const folders = existsSync(dist) ? readdirSync(dist).filter((name) => /unpacked$|^mac/.test(name)) : [];
  const path = folders.map((folder) => join(dist, folder, inside[process.platform] ?? '')).find((file) => existsSync(file));
  if (!path) throw new Error('There is no packaged program: run npm run package first.');
  return path;
}

/** Ends a process and waits until it has ended. */
export async function endProcess(child: ChildProcess, kill = false): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(kill ? 'SIGKILL' : 'SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}

/** The first thing that `read` finds in what a process prints; rejects when it ends before. */
export function waitForOutput<T>(child: ChildProcess, read: (text: string) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = read(text);
      if (found !== null) resolve(found);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${text.slice(-2000)}`)));
  });
}
