import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Running } from './driver.ts';
import { endProcess, findPackagedApp, isRoot, waitForOutput } from './processes.ts';

const devtoolsPattern = /DevTools listening on (ws:\S+)/;

async function waitForPages(browser: Browser, count: number): Promise<Page[]> {
  for (let tries = 0; tries < 200; tries++) {
    const pages = browser.contexts().flatMap((context) => context.pages()).filter((page) => page.url().startsWith('app://rollbook'));
    if (pages.length >= count) return pages;
    await sleep(100);
  }
  throw new Error('the window did not open');
}

/** Starts the packaged program. Its fuses leave no inspector in the main process, so windows are reached as any Chromium's are. */
export async function launchElectron(args: string[]): Promise<Running> {
  const binary = findPackagedApp();
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--lang=en-GB'];
  const child = spawn(binary, [...flags, '--remote-debugging-port=0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await waitForOutput(child, (text) => devtoolsPattern.exec(text)?.[1] ?? null);
  const browser = await chromium.connectOverCDP(address);
  const [page] = await waitForPages(browser, 1);
  if (!page) throw new Error('the window did not open');
  await page.waitForLoadState();
  return {
    page,
    async openWindow() {
      const before = await waitForPages(browser, 1);
      const second = spawn(binary, [...flags, ...args, '--new-window'], { stdio: 'ignore' });
      await once(second, 'exit');
      const opened = (await waitForPages(browser, before.length + 1)).find((each) => !before.includes(each));
      if (!opened) throw new Error('the second window did not open');
      await opened.waitForLoadState();
      return opened;
    },
    async saveDownloadsTo(target, folder) {
      // By the page: Electron has no browser contexts for the call that replaces this one.
      const session = await target.context().newCDPSession(target);
      await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    async stop(kill) {
      await browser.close().catch(() => undefined);
      await endProcess(child, kill);
    },
  };
}
