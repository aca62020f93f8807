import { existsSync } from 'node:fs';
import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import type { Output, Parsed } from '#contract/index.ts';
import { demoAccounts, demoPassword } from '../demo/accounts.ts';
import type { CallRequest } from '../kernel/core.ts';
import type { VaultName } from '../kernel/handlers.ts';
import { normaliseRecoveryCode, sealKey } from '../store/key-wraps.ts';
import { databasePath, newDatabaseKey, newRecovery, openByComputer, openByPerson, readVault, wrapForComputer, writeVault } from '../store/vault.ts';
import { silentHooks } from '../threads/thread.ts';
import type { Office } from './office.ts';

/** The demonstration's recovery code is no secret: it is shown on its sign-in screen, so that restoring can be tried. */
export const demoRecoveryCode = 'DEM0-DEM0-DEM0-DEM0-DEM0-DEM0-DEM0-DEM0';

type VaultHandlers = { [K in VaultName]: (office: Office, input: Parsed<K>, caller: CallRequest) => Promise<Output<K>> };

function mustBe(office: Office, state: ReturnType<Office['state']>): void {
  if (office.state() !== state) throw new RollbookError('refused', { messageKey: 'alreadySetUp' });
}

/** What can be done before a database is open. */
export const setupHandlers: VaultHandlers = {
  async 'setup.status'(office) {
    return {
      version: office.options.version, state: office.state(), keyHolder: office.keyHolder(), problem: office.problem(), platform: process.platform,
      demo: office.holders.demo
        ? { password: demoPassword, recoveryCode: demoRecoveryCode, accounts: demoAccounts.map(({ username, displayName, role }) => ({ username, displayName, role })) } : null,
    };
  },
  async 'setup.create'(office, input) {
    mustBe(office, 'absent');
    takePassphrase(office, input.passphrase);
    const key = newDatabaseKey();
    const { recoveryCode, recovery } = await newRecovery(key);
    await office.create(key, recovery, { type: 'createSchool', school: input.school });
    return { recoveryCode };
  },
  async 'setup.demonstration'(office, _input, caller) {
    // From the first run by anyone; away from an open school only by its administrator.
    if (office.state() !== 'absent') await mustAdminister(office, caller);
    await office.turnToDemonstration();
    await openDemonstration(office);
    return { state: 'open' };
  },
  async 'setup.unlock'(office, input) {
    const vault = readVault(office.dataFolder());
    if (!vault || office.pool()) throw new RollbookError('refused', { messageKey: 'alreadySetUp' });
    const key = await openByPerson(vault, input);
    if ('passphrase' in input) office.holders.passphrase = input.passphrase;
    await office.open(key);
    // Opened by the recovery code where a key store is at hand (a new profile, a moved folder): from now on the store holds the key.
    if ('recoveryCode' in input && office.holders.keyStore) writeVault(office.dataFolder(), { ...vault, ...(await wrapForComputer(key, office.holders)) });
    return { state: 'open' };
  },
  async 'setup.restore'(office, input) {
    mustBe(office, 'absent');
    const dataFolder = office.dataFolder();
    const { migrations } = office.options;
    takePassphrase(office, input.passphrase);
    const key = await office.aside({ type: 'stageRestore', dataFolder, migrations, backup: input.backup, recoveryCode: input.recoveryCode });
    if (!(key instanceof Uint8Array)) throw new RollbookError('damagedFile');
    await office.reopen(key);
    return { state: 'open' };
  },
};

/** Where neither a key store nor a key file holds the key, the person's passphrase has to. */
function takePassphrase(office: Office, passphrase: string | undefined): void {
  if (office.keyHolder() !== 'passphrase') return;
  if (passphrase === undefined) throw new RollbookError('invalidInput', { fields: [{ path: 'passphrase', messageKey: 'required' }] });
  office.holders.passphrase = passphrase;
}

/** Opens the demonstration school, made first if it is not there. Its key lies beside it because its records are invented. */
export async function openDemonstration(office: Office): Promise<void> {
  const vault = readVault(office.dataFolder());
  const known = vault && existsSync(databasePath(office.dataFolder())) ? await openByComputer(vault, office.holders) : null;
  if (known) return office.open(known);
  const key = newDatabaseKey();
  await office.create(key, await sealKey(key, normaliseRecoveryCode(demoRecoveryCode)), { type: 'demonstration' });
}

async function mustAdminister(office: Office, caller: CallRequest): Promise<void> {
  const reader = await office.pool()?.pick('read');
  const outcome = await reader?.call({ ...caller, name: 'auth.me', input: {} }, silentHooks());
  // Seen as an administrator is not being one.
  const me = z.object({ roles: z.array(z.object({ key: z.string() })), locked: z.boolean(), preview: z.null() }).safeParse(outcome?.answer.ok ? outcome.answer.value : null);
  if (!me.success || me.data.locked || !me.data.roles.some(({ key }) => key === 'administrator')) throw new RollbookError('forbidden');
}
