import { hostname } from 'node:os';
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import type { Answer } from '#contract/errors.ts';
import { language, type Language } from '#contract/fields.ts';
import type { Core } from '../core/kernel/core.ts';
import { hideToken, mayHear, readUserId, takeToken, type Listener } from '../doors/session.ts';
import { isTrustedSender } from './sender.ts';

const message = z.object({ name: z.string().max(100), input: z.unknown() });
const withLanguage = z.union([
  z.looseObject({ preferences: z.looseObject({ language }) }).transform((value) => value.preferences.language),
  z.looseObject({ language, idleMinutes: z.number() }).transform((value) => value.language),
]);

export interface IpcDoorOptions {
  core: Promise<Core>;
  /** Origins of our own page. */
  origins: readonly string[];
  /** Called when an answer tells the language of who is signed in: the menu follows. */
  onLanguage(language: Language): void;
  log: (level: 'warn', message: string, detail?: Record<string, string | number | null>) => void;
}

/** The desktop door: takes calls from our windows, keeps their sessions, and sends them the events that they may hear. */
export function openIpcDoor({ core, origins, onLanguage, log }: IpcDoorOptions) {
  const windows = new Map<WebContents, Listener | null>();
  const device = hostname();
  const call = async (name: string, input: unknown, token: string | null): Promise<Answer<unknown>> =>
    (await core).call({ name, input, token, door: 'desktop', device });

  async function signIn(sender: WebContents, token: string): Promise<void> {
    const me = await call('auth.me', {}, token);
    if (windows.has(sender)) windows.set(sender, { token, userId: readUserId(me) });
    readLanguage(me);
  }

  /** Windows of one session end together: the others start anew at the sign-in screen. */
  function forget(token: string, sender: WebContents): void {
    for (const [contents, session] of windows) {
      if (session?.token !== token) continue;
      windows.set(contents, null);
      if (contents !== sender) contents.reload();
    }
  }

  function readLanguage(answer: Answer<unknown>): void {
    const found = withLanguage.safeParse(answer.ok ? answer.value : null);
    if (found.success) onLanguage(found.data);
  }

  async function handle(event: IpcMainInvokeEvent, raw: unknown): Promise<Answer<unknown>> {
    const parsed = message.safeParse(raw);
    if (!isTrustedSender(event.senderFrame, origins) || !windows.has(event.sender)) {
      log('warn', 'message from an unknown sender refused');
      return { ok: false, error: { code: 'forbidden' } };
    }
    if (!parsed.success) return { ok: false, error: { code: 'invalidInput' } };
    const { name, input } = parsed.data;
    const token = windows.get(event.sender)?.token ?? null;
    const answer = await call(name, input, token);
    const opened = name === 'auth.signIn' ? takeToken(answer) : null;
    if (opened) await signIn(event.sender, opened);
    if (name === 'auth.signOut' && answer.ok && token) forget(token, event.sender);
    // Whoever had to choose a password first is known from now on, and hears events.
    if (name === 'auth.me' && answer.ok && token) windows.set(event.sender, { token, userId: readUserId(answer) });
    if (name === 'preferences.update') readLanguage(answer);
    return opened ? hideToken(answer) : answer;
  }

  ipcMain.handle('rpc', handle);
  void core.then((running) => running.subscribe((event) => {
    for (const [contents, session] of windows) {
      if (!contents.isDestroyed() && mayHear(event, session)) contents.send('event', event);
    }
  }), () => undefined);

  return {
    /** Lets a window call; one opened from a signed-in window shares its session. */
    admit(contents: WebContents, from: WebContents | null): void {
      windows.set(contents, (from && windows.get(from)) ?? null);
      contents.once('destroyed', () => {
        const token = windows.get(contents)?.token;
        windows.delete(contents);
        const shared = [...windows.values()].some((session) => session?.token === token);
        if (token && !shared) void call('auth.signOut', {}, token);
      });
    },
  };
}
