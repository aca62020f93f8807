import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, passphrase, testOptions, type TestCore } from '../../tests/fixtures/core.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCore } from './core/index.ts';
import { verifyJournal } from './verify-journal.ts';

let school: TestCore;
let keyFile: string;
beforeAll(async () => {
  school = await openTestCore();
  keyFile = join(school.folder, 'key.txt');
  writeFileSync(keyFile, passphrase, { mode: 0o600 });
});
afterAll(() => school.close());

const verify = (more = {}) => verifyJournal(createCore(testOptions(school.folder, { keyFile, ...more })));

it('says how many change sets fit, or the first that does not, in one line and by the exit code', async () => {
  const { connection } = school.environment;
  const length = connection.prepare('SELECT max(id) FROM change_set').pluck().get() as number;
  expect(await verify()).toEqual({ line: `${length} change sets checked, the chain is whole`, code: 0 });
  connection.prepare(`UPDATE change_set SET device = 'forged' WHERE id = 2`).run();
  expect(await verify()).toEqual({ line: 'broken at change set 2', code: 1 });
});

it('does not say that all is well of what it could not open', async () => {
  expect(await verify({ keyFile: undefined })).toEqual({ line: 'the journal could not be checked: vaultLocked', code: 1 });
});

