import { join } from 'node:path';
import { RollbookError } from '#contract/errors.ts';
import type { QueryContext } from '../kernel/context.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readSchoolSettings, writeSetting } from '../settings/index.ts';
import { openConnection } from '../store/connection.ts';
import { newRecovery, readVault, writeVault } from '../store/vault.ts';
import { listBackups, makeBackup, rotateBackups } from './make.ts';
import { stageRestore, stageUpload } from './restore.ts';

/** Where backups go: the school's own choice, else a folder beside the data. */
export function backupFolder(ctx: Pick<QueryContext, 'db' | 'place'>): string {
  return readSchoolSettings(ctx.db).settings.backupFolder ?? join(ctx.place.dataFolder, 'backups');
}

/** Makes one backup on a connection of its own, so that nobody waits for it. */
function backUp(ctx: QueryContext, reason: 'manual' | 'scheduled' | 'beforeRestore') {
  const folder = backupFolder(ctx);
  const connection = openConnection(ctx.place.databaseFile, ctx.place.key);
  try {
    return makeBackup(connection, { ...ctx.place, folder }, reason, ctx.now);
  } finally {
    connection.close();
  }
}

/** Backups, restore, and the recovery code that both need. */
export const backupHandlers: Handlers<Named<'backups'> | Named<'keys'>> = {
  'backups.list'(ctx) {
    const { settings } = readSchoolSettings(ctx.db);
    const folder = backupFolder(ctx);
    return { folder, nightlyAt: settings.backupAt, keep: settings.backupKeep, backups: listBackups(folder) };
  },
  'backups.run': prepared({
    prepare: (ctx) => backUp(ctx, ctx.device === 'schedule' ? 'scheduled' : 'manual'),
    run(ctx, _input, backup) {
      rotateBackups(backupFolder(ctx), readSchoolSettings(ctx.db).settings.backupKeep);
      writeSetting(ctx.db, 'lastBackup', backup.createdAt);
      return backup;
    },
  }),
  'backups.restore': prepared({
    async prepare(ctx, input) {
      const { dataFolder, migrations } = ctx.place;
      const file = input.backup ? stageUpload(dataFolder, input.backup) : findListed(ctx, input.name);
      const key = await stageRestore(dataFolder, file, input.recoveryCode, migrations);
      backUp(ctx, 'beforeRestore');
      return key;
    },
    run(ctx, _input, key) {
      ctx.effect({ type: 'reopen', key });
      return {};
    },
  }),
  'keys.confirmRecovery'(ctx) {
    writeSetting(ctx.db, 'recoverySaved', ctx.now);
    return {};
  },
  'keys.renewRecovery': prepared({
    prepare: (ctx) => newRecovery(ctx.place.key),
    run(ctx, _input, { recoveryCode, recovery }) {
      const vault = readVault(ctx.place.dataFolder);
      if (!vault) throw new RollbookError('notFound');
      writeVault(ctx.place.dataFolder, { ...vault, recovery });
      return { recoveryCode };
    },
  }),
};

/** A backup by its name in the list; a name that is not in it, path or otherwise, is not found. */
function findListed(ctx: QueryContext, name: string | null): string {
  const folder = backupFolder(ctx);
  const known = listBackups(folder).find((backup) => backup.name === name);
  if (!known) throw new RollbookError('notFound');
  return join(folder, known.name);
}
