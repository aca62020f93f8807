import { defineConfig } from '@playwright/test';
import type { AppOptions } from './tests/e2e/fixture.ts';

const report = (project: string): string => `test-results/${project}.json`;
// One runner for each project, so that each leaves a report of its own: `scripts/test.mjs` adds them up.
const project = process.env.ROLLBOOK_E2E ?? 'headless';

export default defineConfig<AppOptions>({
  testDir: 'tests',
  outputDir: `test-results/${project}`,
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  // Two cores run the program, its threads and the browser: a slow moment is tried once more, a fault fails twice.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: report(project) }]],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'headless', testMatch: 'e2e/**/*.spec.ts', use: { kind: 'headless' } },
    // What axe judges is drawn by the same renderer: the tests that do nothing else run once. `axe.ts` keeps a witness here.
    { name: 'electron', testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'], grepInvert: /\bpass(es)? axe\b/, use: { kind: 'electron' } },
  ],
});
