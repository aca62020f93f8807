import { createTransport } from 'nodemailer';
import { RollbookError } from '#contract/errors.ts';
import type { MailServer } from '#contract/schedules.ts';
import { mailMessage } from './rules-failures.ts';

export interface Message { to: readonly string[]; subject: string; text: string; attachment?: { name: string; content: Uint8Array } }

/** How long to wait for the server, in milliseconds: to be reached, to greet, and for each of its answers. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** Sends one message, encrypted on its way unless the school has said otherwise. Throws `refused` with what the server or the way to it lacks; never with what it said, which may quote addresses. */
export async function sendMail(server: MailServer, password: string | null, message: Message, waits: Partial<typeof patience> & { signal?: AbortSignal } = {}): Promise<void> {
  const { signal, ...timeouts } = waits;
  const { host, port, security, user, certificate, from } = server;
  const transport = createTransport({
    host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(certificate ? { ca: certificate } : {}) },
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    ...patience, ...timeouts, disableFileAccess: true, disableUrlAccess: true,
  });
  const { attachment } = message;
  try {
    const { rejected } = await transport.sendMail({
      from, to: [...message.to], subject: message.subject, text: message.text, signal,
      attachments: attachment ? [{ filename: attachment.name, content: Buffer.from(attachment.content) }] : [],
    });
    if (rejected.length > 0) throw new RollbookError('refused', { messageKey: 'mailSomeRefused', params: { count: rejected.length } });
  } catch (error) {
    if (error instanceof RollbookError) throw error;
    if (signal?.aborted) throw new RollbookError('cancelled');
    throw new RollbookError('refused', { messageKey: mailMessage(factsOf(error)) });
  } finally {
    transport.close();
  }
}

/** What an error of nodemailer says in codes. */
function factsOf(error: unknown): { code: string; cause: string; response: number } {
  const read = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { code: text(read('code')), cause: text(read('originalCode')), response: Number(read('responseCode') ?? 0) };
}
