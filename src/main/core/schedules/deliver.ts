import { RollbookError } from '#contract/errors.ts';
import type { Schedule } from '#contract/schedules.ts';
import type { QueryContext } from '../kernel/context.ts';
import { readSchoolSettings } from '../settings/index.ts';
import { sendBySchool } from './mail-settings.ts';
import { packEncrypted } from './pack.ts';
import { readSecret } from './repo-secrets.ts';
import { letters } from './rules-words.ts';
import { isWithin, writeIntoFolder } from './write-folder.ts';

interface Made { name: string; content: Uint8Array; rows: number }
/** Where a file went: by e-mail it is in no folder. */
export interface Delivered { folder: string | null; fileName: string; size: number }

/** Brings what was made to where the schedule says, packed with its password if it says so. */
export async function deliver(ctx: QueryContext, schedule: Schedule, made: Made): Promise<Delivered> {
  const file = schedule.encrypt ? await pack(ctx, schedule, made) : made;
  ctx.checkCancelled();
  const size = file.content.byteLength;
  if (schedule.target.kind === 'folder') {
    const { folder } = schedule.target;
    refuseOwnFolder(ctx, folder);
    return { folder, fileName: writeIntoFolder(folder, file.name, file.content), size };
  }
  const { nameEl, nameEn } = readSchoolSettings(ctx.db).settings;
  const { language, encrypt } = schedule;
  const letter = letters.delivered[language](language === 'el' ? nameEl : nameEn, file.name, made.rows, encrypt);
  await sendBySchool(ctx, { to: schedule.target.recipients, ...letter, attachment: file });
  return { folder: null, fileName: file.name, size };
}

/** The folder of the program's own data is no place for exports: what lies there is the program's. */
export function refuseOwnFolder({ place }: Pick<QueryContext, 'place'>, folder: string): void {
  if (isWithin(folder, place.dataFolder)) throw new RollbookError('refused', { messageKey: 'folderOwn' });
}

async function pack(ctx: QueryContext, { id }: Schedule, { name, content }: Made): Promise<Omit<Made, 'rows'>> {
  const password = readSecret(ctx.db, `schedule/${id}`);
  if (password === null) throw new RollbookError('refused', { messageKey: 'zipPasswordMissing' });
  return { name: `${name.replace(/\.[a-z]{3,4}$/, '')}.zip`, content: await packEncrypted(name, content, password, ctx.now, ctx.checkCancelled) };
}
