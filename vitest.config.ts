import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '#contract': new URL('./src/contract', import.meta.url).pathname } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/{security,rules,kill}/**/*.test.ts'],
    // Real databases and worker threads share two cores with whatever else the machine does.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
