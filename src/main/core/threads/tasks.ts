import { join } from 'node:path';
import { RollbookError } from '#contract/errors.ts';
import { hashPassword } from '../access/index.ts';
import { makeBackup, stageRestore, stageUpload } from '../backups/index.ts';
import { demoPassword, seedDemonstration } from '../demo/index.ts';
import { issueDemonstration } from '../documents/index.ts';
import { clearExports, exportsKeptFor } from '../files/index.ts';
import { interruptJobs, saveJob } from '../jobs/index.ts';
import { writeAuditEntry } from '../journal/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Environment } from '../kernel/environment.ts';
import { record } from '../kernel/record.ts';
import { interruptRuns } from '../schedules/index.ts';
import { rebuildCards, refreshStanding } from '../search/index.ts';
import { createSchool } from '../setup/create-school.ts';
import { migrateStore } from '../store/migrate.ts';
import { createWriter } from '../store/writer.ts';
import type { Task } from './messages.ts';

/** Does a task of the main process in this thread. */
export async function runTask(env: Environment | null, task: Task): Promise<unknown> {
  if (task.type === 'stageRestore') {
    return stageRestore(task.dataFolder, stageUpload(task.dataFolder, task.backup), task.recoveryCode, task.migrations);
  }
  if (!env) throw new RollbookError('vaultLocked');
  const now = env.clock();
  const head = (procedure: string) => ({ at: now, actorId: null, device: '', procedure });
  switch (task.type) {
    case 'open':
      if (task.prepare) prepareStore(env, now);
      return null;
    case 'createSchool': {
      const passwordHash = await hashPassword(task.school.admin.password);
      record(env, head('setup.create'), (db) => createSchool(db, task.school, passwordHash));
      return null;
    }
    case 'demonstration': {
      const passwordHash = await hashPassword(demoPassword);
      record(env, head('setup.demonstration'), (db) => seedDemonstration(db, { today: localDate(now), passwordHash }));
      await issueDemonstration(env, now);
      return null;
    }
    case 'saveJob':
      saveJob(env.connection, task.job);
      return null;
    case 'audit': {
      const { at, actorId, device, procedure, ...facts } = task.note;
      record(env, { at, actorId, device, procedure }, (db) => writeAuditEntry(db, facts));
      return null;
    }
    case 'close':
      env.close();
      return null;
    case 'newDay':
      newDay(env, now);
      return null;
  }
}

/** Migrates after a backup, and tidies what an earlier run left. */
function prepareStore(env: Environment, now: number): void {
  const { dataFolder, key, migrations } = env.place;
  let hasMigrated = false;
  migrateStore(env.connection, migrations, () => {
    hasMigrated = true;
    makeBackup(env.connection, { dataFolder, key, migrations, folder: join(dataFolder, 'backups') }, 'beforeUpdate', now);
  });
  if (hasMigrated) env.transaction(() => rebuildCards(createWriter(env.prepare, { changeSetId: 0, userId: null, now })));
  interruptJobs(env.connection, now);
  interruptRuns(env.connection, now);
  newDay(env, now);
}

/** What a day brings: standing that depends on it, and the end of what was kept to be fetched. */
function newDay(env: Environment, now: number): void {
  env.transaction(() => {
    refreshStanding(env.connection, localDate(now));
    clearExports(createWriter(env.prepare, { changeSetId: 0, userId: null, now }), now - exportsKeptFor);
  });
}
