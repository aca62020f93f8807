import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailServer } from '#contract/schedules.ts';
import { newFolder, openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { account, openMailServer, type TestMailServer } from '../../../../tests/fixtures/mail-server.ts';
import { sendMail } from './send-mail.ts';
import { scheduleDraft } from './testing-schedule.ts';

const message = { to: ['colleague@school.example'], subject: 'Δοκιμή', text: 'Κείμενο' };
const servers: (TestMailServer | Server)[] = [];
const open = async (...given: Parameters<typeof openMailServer>) => {
  const server = await openMailServer(...given);
  servers.push(server);
  return server;
};
afterEach(async () => { for (const server of servers.splice(0)) await server.close(); });

describe('sending a message', () => {
  it.each(['tls', 'starttls'] as const)('by %s is encrypted, with the account’s password', async (security) => {
    const { settings, received } = await open(security);
    await sendMail(settings, account.password, { ...message, attachment: { name: 'Μαθητές.csv', content: Buffer.from('α;β') } });
    expect(received).toMatchObject([{ from: settings.from, to: message.to, encrypted: true, user: account.user }]);
    expect(received[0]!.raw).toContain(Buffer.from('α;β').toString('base64'));
  });

  it('without encryption gives no password, and only where the school has said so', async () => {
    const { settings, received } = await open('none');
    await sendMail(settings, null, message);
    expect(received).toMatchObject([{ encrypted: false, user: null }]);
    await expect(sendMail({ ...settings, security: 'starttls' }, null, message)).rejects.toMatchObject({ failure: { messageKey: 'mailNoEncryption' } });
    expect(received).toHaveLength(1);
  });

  it('to a server that nobody vouches for is refused before anything is said', async () => {
    for (const security of ['tls', 'starttls'] as const) {
      const { settings, received } = await open(security);
      await expect(sendMail({ ...settings, certificate: null }, account.password, message)).rejects.toMatchObject({ failure: { messageKey: 'mailCertificate' } });
      expect(received).toEqual([]);
    }
  });

  it('says when the password is wrong, the server refuses, is silent, or is not there', async () => {
    const { settings } = await open('tls');
    await expect(sendMail(settings, 'wrong', message)).rejects.toMatchObject({ failure: { messageKey: 'mailAuth' } });
    const refusing = await open('tls', { onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })) });
    await expect(sendMail(refusing.settings, account.password, message)).rejects.toMatchObject({ failure: { messageKey: 'mailRefused' } });
    const picky = await open('tls', { onRcptTo: ({ address }, _session, done) => (address.startsWith('gone') ? done(Object.assign(new Error('gone'), { responseCode: 550 })) : done()) });
    await expect(sendMail(picky.settings, account.password, { ...message, to: [...message.to, 'gone@school.example'] })).rejects.toMatchObject({ failure: { messageKey: 'mailSomeRefused' } });
    const silent = createServer(() => undefined);
    servers.push(silent);
    await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', () => resolve()); });
    const { port } = silent.address() as AddressInfo;
    await expect(sendMail({ ...settings, port, security: 'none', user: null }, null, message, { greetingTimeout: 200 })).rejects.toMatchObject({ failure: { messageKey: 'mailTimeout' } });
    const stop = AbortSignal.timeout(100);
    await expect(sendMail({ ...settings, port, security: 'none', user: null }, null, message, { signal: stop })).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    await expect(sendMail({ ...settings, port: 1 }, account.password, message)).rejects.toMatchObject({ failure: { messageKey: 'mailUnreachable' } });
  });
});

describe('the school’s mail server', () => {
  let school: TestCore;
  let adminId: string;
  beforeAll(async () => {
    school = await openTestCore();
    adminId = (await school.admin.call('auth.me', {})).user.id;
    const yearId = (await school.admin.call('students.facets', {})).years[0]!.id;
    await school.admin.call('students.create', { details: studentForm(), enrolment: { level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11' } });
  });
  afterAll(() => school.close());
  const use = async (server: MailServer, password: string | null) => school.admin.answer('mailServer.save', { rev: (await school.admin.call('mailServer.get', {})).rev, server, password });

  it('is kept without ever telling its password, which goes with the server that it was for', async () => {
    const { settings } = await open('tls');
    expect(await use(settings, null)).toMatchObject({ ok: false, error: { fields: [{ path: 'password' }] } });
    expect(await use(settings, account.password)).toMatchObject({ ok: true });
    expect(await use({ ...settings, from: 'other@school.example' }, null)).toMatchObject({ ok: true });
    const kept = await school.admin.call('mailServer.get', {});
    expect(kept).toMatchObject({ hasPassword: true, server: { from: 'other@school.example' } });
    expect(JSON.stringify(kept)).not.toContain(account.password);
    expect(await use({ ...settings, host: '127.0.0.1' }, null)).toMatchObject({ ok: false, error: { fields: [{ path: 'password' }] } });
    expect(await use({ ...settings, security: 'none' }, null)).toMatchObject({ ok: false, error: { fields: [{ path: 'server.user' }] } });
  });

  it('is not changed back by an undo: another server would get the password', async () => {
    const { settings } = await open('tls');
    const saved = await use(settings, account.password);
    expect(await school.admin.answer('history.undo', { id: saved.ok ? saved.changeSetId! : 0 })).toMatchObject({ ok: false, error: { messageKey: 'notUndoable' } });
  });

  it('is tried with one message', async () => {
    const { settings, received } = await open('starttls');
    await use(settings, account.password);
    await school.admin.job('mailServer.test', { to: 'it@school.example', language: 'en' });
    expect(received).toMatchObject([{ to: ['it@school.example'], encrypted: true }]);
    await use({ ...settings, port: 1 }, null);
    await expect(school.admin.job('mailServer.test', { to: 'it@school.example', language: 'en' })).rejects.toThrow('mailUnreachable');
  });

  it('brings an export to its recipients, and word of a failure to whoever asked for it', async () => {
    const { settings, received } = await open('tls');
    await use(settings, account.password);
    const { id } = await school.admin.call('schedules.save', {
      schedule: scheduleDraft(adminId, '', { target: { kind: 'mail', recipients: ['a@municipality.example', 'b@municipality.example'] }, encrypt: true }), password: 'a password for the file',
    });
    expect(await school.admin.job('schedules.runNow', { id })).toMatchObject({ state: 'done', rows: 1, fileName: expect.stringMatching(/\.zip$/) as string });
    expect(received).toMatchObject([{ to: ['a@municipality.example', 'b@municipality.example'] }]);
    expect(received[0]!.raw).not.toContain(Buffer.from('a password for the file').toString('base64'));
    const failing = await school.admin.call('schedules.save', { schedule: scheduleDraft(adminId, `${newFolder()}/missing`, { notify: 'it@school.example', language: 'en' }) });
    expect(await school.admin.job('schedules.runNow', { id: failing.id })).toMatchObject({ state: 'failed' });
    expect(received[1]).toMatchObject({ to: ['it@school.example'] });
  });
});
