import { test as base, expect } from '@playwright/test';
import { launch, type App, type Kind, type StartOptions } from './driver.ts';
import { closeBrowser } from './launch-headless.ts';
import { removeDemonstration } from './make-demonstration.ts';

export interface AppOptions {
  kind: Kind;
}

interface Fixtures {
  /** How `app` is started; `test.use({ start: { demo: false } })` for an empty folder. */
  start: StartOptions;
  /** Rollbook, started for one test on a folder of its own. */
  app: App;
}

/** Playwright's `test`, with Rollbook started on the launcher of the project. */
export const test = base.extend<Fixtures, AppOptions & { cleanUp: void }>({
  kind: ['headless', { option: true, scope: 'worker' }],
  cleanUp: [async ({}, use) => {
    await use();
    await closeBrowser();
    await removeDemonstration();
  }, { scope: 'worker', auto: true }],
  start: [{ demo: true }, { option: true }],
  app: async ({ kind, start }, use) => {
    const app = await launch(kind, start);
    await use(app);
    await app.close();
  },
});

export { expect };
