import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Starts the files that take minutes first, so that the others fill the second core meanwhile. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (moduleId.includes('/tests/kill/') ? 0 : moduleId.includes('/tests/security/') ? 1 : 2);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: { alias: { '#contract': new URL('./src/contract', import.meta.url).pathname } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/{security,rules,kill}/**/*.test.ts'],
    // Real databases and worker threads share two cores with whatever else the machine does.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Left to itself it keeps one core free, which of two is half.
    maxWorkers: availableParallelism(),
    setupFiles: ['tests/fixtures/quick-argon2.ts'],
    sequence: { sequencer: LongestFirst },
  },
});
