import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Running } from './driver.ts';
import { endProcess, findChromium, isRoot, root, waitForOutput } from './processes.ts';

const urlPattern = /"url":"(http:[^"]+)"/;
let browser: Browser | undefined;

async function openBrowser(): Promise<Browser> {
  if (!browser?.isConnected()) browser = await chromium.launch({ executablePath: findChromium(), args: isRoot ? ['--no-sandbox'] : [] });
  return browser;
}

/** Starts the headless host, and Chromium on its address. */
export async function launchHeadless(args: string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'headless.js'), ...args, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await waitForOutput(child, (text) => urlPattern.exec(text)?.[1] ?? null);
  const context = await (await openBrowser()).newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', acceptDownloads: true });
  const openWindow = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const page = await openWindow();
  return {
    page, openWindow,
    async saveDownloadsTo(target, folder) {
      target.once('download', (download) => void download.saveAs(join(folder, download.suggestedFilename())));
    },
    async stop(kill) {
      await context.close();
      await endProcess(child, kill);
    },
  };
}

/** Closes the browser that the launches share. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
}
