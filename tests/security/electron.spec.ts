import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '../e2e/fixture.ts';
import { findPackagedApp, isRoot } from '../e2e/processes.ts';
import { signIn } from '../e2e/sign-in.ts';

// What a script that got into the page could try, and what a disk or a command line could. On the packaged program.

const invoke = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([procedure, value]) => window.rollbook?.invoke(procedure, value), [name, input] as const);

test('the page has no Node, and of the computer only the bridge', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter((name) => name in globalThis),
    bridge: Object.keys(window.rollbook ?? {}).sort(),
    frozen: !Reflect.set(window, 'rollbook', null) || window.rollbook !== null,
  }));
  expect(seen).toEqual({ globals: [], bridge: ['invoke', 'platform', 'subscribe'], frozen: true });
});

test('the page is its own world: changing prototypes does not reach the bridge', async ({ app }) => {
  await app.page.evaluate(() => {
    Object.defineProperty(Object.prototype, 'name', { configurable: true, get: () => 'setup.restore' });
  });
  const answer = await invoke(app.page, 'auth.me', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
});

test('renderers run sandboxed', async ({ app }) => {
  test.skip(isRoot, 'Chromium has no sandbox for root: --no-sandbox is on the command line of this very test');
  const session = await app.page.context().newCDPSession(app.page);
  const { arguments: args } = await session.send('Browser.getBrowserCommandLine').catch(() => ({ arguments: [] as string[] }));
  expect(args).not.toContain('--no-sandbox');
});

test('every page comes with a policy: own files only, no inline script, no eval', async ({ app }) => {
  const { page } = app;
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).not.toContain('unsafe-eval');
  expect(headers['x-content-type-options']).toBe('nosniff');

  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const evaluated = await new Promise((resolve) => {
      // The driver's own evaluate is above the page's policy; a timer with a string is not.
      setTimeout('window.stringRan = true');
      setTimeout(() => resolve('stringRan' in window), 200);
    });
    return { inline: 'inlineRan' in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, evaluated: false });
});

test('the page reaches no network and no file', async ({ app }) => {
  const reached = await app.page.evaluate(async () => {
    const addresses = ['http://127.0.0.1:9/', 'https://example.org/', 'file:///etc/passwd', 'app://other/index.html'];
    return Promise.all(addresses.map((address) => fetch(address).then(() => address, () => null)));
  });
  expect(reached).toEqual([null, null, null, null]);
});

test('no other window opens, and the page stays where it is', async ({ app }) => {
  const { page } = app;
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
  expect(await page.evaluate(() => window.open('app://rollbook/'))).toBeNull();
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/']) {
    await page.evaluate((to) => { location.href = to; }, address).catch(() => undefined);
    await page.waitForTimeout(150);
    expect(page.url()).toMatch(/^app:\/\/rollbook\//);
  }
  expect(page.context().pages()).toHaveLength(1);
});

test('permissions are refused without a question', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const asked = (run: () => Promise<unknown>): Promise<string> => run().then(() => 'granted', () => 'denied');
    return {
      camera: await asked(() => navigator.mediaDevices.getUserMedia({ video: true })),
      place: await asked(() => new Promise((resolve, reject) => { navigator.geolocation.getCurrentPosition(resolve, reject); })),
      notices: await Notification.requestPermission(),
      clipboard: await asked(() => navigator.clipboard.readText()),
    };
  });
  expect(states).toEqual({ camera: 'denied', place: 'denied', notices: 'denied', clipboard: 'denied' });
});

test('a frame inside the page has no bridge, and its messages are not ours', async ({ app }) => {
  const seen = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>inside</p>';
    document.body.append(frame);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    return { bridge: frame.contentWindow ? 'rollbook' in frame.contentWindow : false };
  });
  expect(seen.bridge).toBe(false);
});

test('the program serves its page and nothing beside it', async ({ app }) => {
  const tricks = [
    '/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/assets/..%5c..%5cmain/index.js', '/%00', '/.git/config',
    '/assets/../../main/index.js', '/C:/Windows/win.ini', '//etc/passwd.txt',
  ];
  const found = await app.page.evaluate(async (paths) => Promise.all(paths.map(async (path) => {
    const answer = await fetch(`app://rollbook${path}`).catch(() => null);
    const text = await answer?.text() ?? '';
    return answer?.ok && !text.startsWith('<!doctype html>') ? path : null;
  })), tricks);
  expect(found.filter(Boolean)).toEqual([]);
});

test('a signed-in page never sees its token', async ({ app }) => {
  await signIn(app.page);
  await invoke(app.page, 'auth.signOut', {});
  const answer = await invoke(app.page, 'auth.signIn', { username: 'registrar', password: 'rollbook-demo' });
  expect(answer).toMatchObject({ ok: true, value: { state: 'signedIn', token: '' } });
  const kept = await app.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(kept).not.toMatch(/token/i);
});

test('nonsense at the door is refused, not crashed on', async ({ app }) => {
  for (const [name, input] of [['no.such', {}], ['__proto__', {}], ['constructor', null], ['auth.signIn', { username: [] }]] as const) {
    expect(await invoke(app.page, name, input)).toMatchObject({ ok: false });
  }
  expect(await invoke(app.page, 'setup.status', {})).toMatchObject({ ok: true });
});

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(findPackagedApp());
  const state = (fuse: FuseV1Options): FuseState | undefined => wire[fuse];
  expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
});

test('the package holds no sources, tests or secrets', () => {
  const { listPackage } = createRequire(import.meta.url)('@electron/asar') as typeof import('@electron/asar');
  const files = listPackage(join(findPackagedApp(), '..', 'resources', 'app.asar'), { isPack: false });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /^\/(src|tests|scripts|docs|\.git|\.env)|\.(map|pem|key)$/.test(file))).toEqual([]);
});
