import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { launchElectron } from './launch-electron.ts';
import { launchHeadless } from './launch-headless.ts';
import { makeDemonstration } from './make-demonstration.ts';

export type Kind = 'headless' | 'electron';

export interface StartOptions {
  /** Opens the demonstration school. */
  demo?: boolean;
  /** Data folder; without it a new one, removed at the end. */
  data?: string;
  keyFile?: string;
}

/** A program that was started on a data folder, and a way to its windows. */
export interface Running {
  page: Page;
  openWindow(): Promise<Page>;
  /** Lets downloads of a window go to a folder, without asking. */
  saveDownloadsTo(page: Page, folder: string): Promise<void>;
  /** Ends it the ordinary way; `kill` as a power cut would. */
  stop(kill?: boolean): Promise<void>;
}

/** One launcher: the same specs run on each. */
export type Launcher = (args: string[]) => Promise<Running>;
const launchers: Record<Kind, Launcher> = { headless: launchHeadless, electron: launchElectron };

/** What specs drive: Rollbook in Chromium over the headless host, or in its own window. */
export interface App {
  readonly kind: Kind;
  readonly data: string;
  /** The first window; another one after `restart`. */
  readonly page: Page;
  newWindow(): Promise<Page>;
  /** Stops the program (`kill`: at once, as a power cut would) and starts it again on the same data. */
  restart(kill?: boolean): Promise<Page>;
  /** Drops a file on a window, as from the desktop. */
  dropFile(path: string, page?: Page): Promise<void>;
  /** Does what starts a download, and resolves to the saved file's path. */
  download(act: () => Promise<unknown>, page?: Page): Promise<string>;
  close(): Promise<void>;
}

async function waitForFile(folder: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const [name] = readdirSync(folder).filter((entry) => !entry.endsWith('.crdownload'));
    if (name && statSync(join(folder, name)).size > 0) return join(folder, name);
    await sleep(100);
  }
  throw new Error('no file was downloaded');
}

/** Starts Rollbook; a demonstration starts on a copy of one that was made once, since making it takes seconds. */
export async function launch(kind: Kind, options: StartOptions = {}): Promise<App> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'rollbook-e2e-'));
  if (options.demo && !options.data) cpSync(await makeDemonstration(), data, { recursive: true });
  const args = ['--data', data, ...(options.demo ? ['--demo'] : []), ...(options.keyFile ? ['--key-file', options.keyFile] : [])];
  let running = await launchers[kind](args);
  const downloads: string[] = [];
  return {
    kind, data,
    get page() { return running.page; },
    newWindow: () => running.openWindow(),
    async restart(kill = false) {
      await running.stop(kill);
      running = await launchers[kind](args);
      return running.page;
    },
    async dropFile(path, page = running.page) {
      const devtools = await page.context().newCDPSession(page);
      const size = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await devtools.send('Input.dispatchDragEvent', { type, ...size, data: { items: [], files: [path], dragOperationsMask: 1 } });
        await sleep(100);
      }
      await devtools.detach();
    },
    async download(act, page = running.page) {
      const folder = mkdtempSync(join(tmpdir(), 'rollbook-download-'));
      downloads.push(folder);
      await running.saveDownloadsTo(page, folder);
      await act();
      return waitForFile(folder);
    },
    async close() {
      await running.stop();
      for (const folder of downloads) rmSync(folder, { recursive: true, force: true });
      if (!options.data) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
