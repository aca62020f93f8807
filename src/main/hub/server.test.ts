import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { procedureNames } from '#contract/index.ts';
import { openTestCore, password, studentForm, type TestCore } from '../../../tests/fixtures/core.ts';
import { openHub, type Hub } from './server.ts';

const json = { 'content-type': 'application/json', 'x-rollbook': '1' };
let core: TestCore;
let hub: Hub;
const page = mkdtempSync(join(tmpdir(), 'rollbook-page-'));

beforeAll(async () => {
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(page, '.secret'), 'hidden');
  core = await openTestCore();
  hub = await openHub({ core: core.core, page, log: () => undefined }, 0);
});
afterAll(async () => {
  await hub.close();
  await core.close();
  rmSync(page, { recursive: true });
});

const post = (name: string, input: unknown, headers: Record<string, string> = json): Promise<Response> =>
  fetch(`${hub.url}rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
const signInInput = { username: 'admin', password };

async function signInAsPage(): Promise<string> {
  const cookie = (await post('auth.signIn', signInInput)).headers.get('set-cookie') ?? '';
  return cookie.split(';')[0] ?? '';
}

/** A request with headers that `fetch` would not let us choose, and a path that it would tidy up. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<number> {
  const sent = httpRequest({ host: '127.0.0.1', port: hub.port, path, headers }).end();
  const [answer] = await once(sent, 'response');
  answer.resume();
  return answer.statusCode;
}

describe('the page', () => {
  test('is served with its security headers, and for each of its screens', async () => {
    for (const path of ['', 'students/0190', 'assets/a-1.js']) {
      const answer = await fetch(hub.url + path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('leads to nothing beside it', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/.secret', '/assets/..%5c.secret', '/%00.js', '/%ff.js']) {
      expect(await raw(path, { host: `127.0.0.1:${hub.port}` })).toBe(404);
    }
  });
});

describe('other sites', () => {
  test('cannot reach it by another name, from another origin, or with a form', async () => {
    const host = `127.0.0.1:${hub.port}`;
    expect(await raw('/', { host: `rollbook.example:${hub.port}` })).toBe(403);
    expect(await raw('/rpc', { host, origin: 'https://example.org' })).toBe(403);
    expect(await raw('/rpc', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await raw('/rpc', { host: `localhost:${hub.port}` })).toBe(200);
    const form = await post('setup.status', {}, { 'content-type': 'application/json' });
    expect(form.status).toBe(403);
  });
});

describe('sessions', () => {
  test('a page gets a cookie that scripts cannot read, and never the token', async () => {
    const answer = await post('auth.signIn', signInInput);
    expect(answer.headers.get('set-cookie')).toMatch(new RegExp(`^rollbook_${hub.port}=.{20,}; Path=/; HttpOnly; SameSite=Strict$`));
    expect(await answer.json()).toMatchObject({ ok: true, value: { state: 'signedIn', token: '' } });
  });

  test('the cookie signs calls in, and signing out ends it', async () => {
    const cookie = await signInAsPage();
    const me = await post('auth.me', {}, { ...json, cookie });
    expect(await me.json()).toMatchObject({ ok: true, value: { user: { username: 'admin' } } });
    const out = await post('auth.signOut', {}, { ...json, cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^rollbook_\d+=;/);
    expect((await post('auth.me', {}, { ...json, cookie })).status).toBe(401);
  });

  test('a script gets the token and sends it as Bearer', async () => {
    const headers = { 'content-type': 'application/json', 'x-rollbook-token': '1' };
    const answer = await post('auth.signIn', signInInput, headers);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { value: { token } } = await answer.json();
    const me = await post('auth.me', {}, { 'content-type': 'application/json', authorization: `Bearer ${token}` });
    expect(me.status).toBe(200);
  });
});

describe('calls', () => {
  test('answer with the status of their failure', async () => {
    const cookie = await signInAsPage();
    expect((await post('no.such', {})).status).toBe(404);
    expect((await post('__proto__', {})).status).toBe(404);
    expect((await post('students.list', {})).status).toBe(401);
    const invalid = await post('students.create', { details: {} }, { ...json, cookie });
    expect(invalid.status).toBe(422);
    expect((await post('auth.signIn', 'x', { ...json, 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('carry files as they are, in both directions', async () => {
    const cookie = await signInAsPage();
    const content = new TextEncoder().encode('ΑΜ;Επώνυμο\n1;Παπαδοπούλου\n');
    const sent = await fetch(`${hub.url}rpc/files.upload`, {
      method: 'POST', body: content,
      headers: { 'x-rollbook': '1', cookie, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('μαθητές.csv') },
    });
    const { value: { fileId } } = await sent.json();
    const { value: { id } } = await (await post('imports.create', { fileId }, { ...json, cookie })).json();
    const got = await post('imports.file', { id }, { ...json, cookie });
    expect(decodeURIComponent(got.headers.get('x-file-name') ?? '')).toBe('μαθητές.csv');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(content);
  });
});

describe('events', () => {
  const listen = (headers: Record<string, string>): WebSocket => new WebSocket(`ws://127.0.0.1:${hub.port}/events`, { headers });

  test('come to who is signed in', async () => {
    const cookie = await signInAsPage();
    const socket = listen({ cookie, origin: `http://127.0.0.1:${hub.port}` });
    await once(socket, 'open');
    const heard = once(socket, 'message');
    // The door asks the core who listens before it lets a socket hear anything.
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    await post('students.create', { details: studentForm() }, { ...json, cookie });
    const [message] = await heard;
    expect(JSON.parse(String(message))).toMatchObject({ type: 'changed' });
    const closed = once(socket, 'close');
    await post('auth.signOut', {}, { ...json, cookie });
    expect((await closed)[0]).toBe(4401);
  });

  test('of a session come to each of its windows, locked ones too, and to no other session', async () => {
    const cookie = await signInAsPage();
    const as = (name: string, input: unknown) => post(name, input, { ...json, cookie });
    const origin = `http://127.0.0.1:${hub.port}`;
    const heard: Record<string, string[]> = { first: [], second: [], other: [], late: [] };
    const follow = async (who: string, whose: string): Promise<void> => {
      const socket = listen({ cookie: whose, origin });
      socket.on('message', (message) => heard[who]?.push(JSON.parse(String(message)).type));
      await once(socket, 'open');
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    };
    const soon = (who: string, count: number) => vi.waitFor(() => expect(heard[who]?.filter((type) => type === 'session')).toHaveLength(count));
    await Promise.all([follow('first', cookie), follow('second', cookie), follow('other', await signInAsPage())]);
    await as('preview.start', { as: { kind: 'role', role: 'viewer', scope: 'school' } });
    await Promise.all([soon('first', 1), soon('second', 1)]);
    await as('preview.end', {});
    await Promise.all([soon('first', 2), soon('second', 2)]);
    await as('auth.lock', {});
    await Promise.all([soon('first', 3), soon('second', 3)]);
    await follow('late', cookie);
    expect((await (await as('auth.unlock', { password: 'not this one' })).json()).value.unlocked).toBe(false);
    await vi.waitFor(async () => expect((await (await as('auth.unlock', { password })).json()).value.unlocked).toBe(true), { timeout: 5000 });
    await Promise.all([soon('first', 4), soon('second', 4), soon('late', 1)]);
    expect(heard['other']).not.toContain('session');
  });

  test('come to nobody else', async () => {
    const [code] = await once(listen({}), 'close');
    expect(code).toBe(4401);
    const foreign = listen({ origin: 'https://example.org' });
    const [error] = await once(foreign, 'error');
    expect(String(error)).toContain('403');
  });
});

test('the contract describes itself, every procedure with its schemas', async () => {
  const { procedures } = await (await fetch(`${hub.url}rpc`)).json();
  expect(procedures.map((each: { name: string }) => each.name)).toEqual(procedureNames);
  for (const each of procedures) {
    expect(each.permission && each.scope && each.doors.length > 0 && each.input && each.output).toBeTruthy();
  }
});
