import { RollbookError } from '#contract/errors.ts';
import type { MailServer } from '#contract/schedules.ts';
import type { QueryContext } from '../kernel/context.ts';
import { readSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import { readSecret, type SecretOf } from './repo-secrets.ts';
import { sendMail, type Message } from './send-mail.ts';

/** The name under which the mail server is kept among the settings; its password is not there. */
export const mailSetting = 'mailServer';

/** The school's mail server. `rev` null: never set. */
export function readMailServer(db: Reader): { server: MailServer | null; rev: number | null } {
  const row = readSetting(db, mailSetting);
  // Written by `mailServer.save` alone, from the contract's own form.
  return { server: (row?.value as MailServer | undefined) ?? null, rev: row?.rev ?? null };
}

/** A password belongs to the server and account that it was typed for: it follows no change, and no undo, to another. */
export const secretOf = ({ host, user }: MailServer): SecretOf => `mailServer/${host}/${user ?? ''}`;

/** How often a cancel is looked for while the server is waited for, in milliseconds. */
const askEvery = 100;

/** Sends a message through the school's mail server and gives up as soon as the caller cancels. Throws `refused` where none is set or it does not take it. */
export async function sendBySchool(ctx: QueryContext, message: Message): Promise<void> {
  const { server } = readMailServer(ctx.db);
  if (!server) throw new RollbookError('refused', { messageKey: 'mailMissing' });
  const abort = new AbortController();
  const watch = setInterval(() => {
    try {
      ctx.checkCancelled();
    } catch {
      abort.abort();
    }
  }, askEvery);
  try {
    await sendMail(server, readSecret(ctx.db, secretOf(server)), message, { signal: abort.signal });
  } finally {
    clearInterval(watch);
  }
}
