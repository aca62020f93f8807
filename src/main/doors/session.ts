import { z } from 'zod';
import type { Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';
import { sessionIdOf } from '../core/kernel/core.ts';

const signedIn = z.looseObject({ state: z.literal('signedIn'), token: z.string().min(1) });

/** The session that an answer of `auth.signIn` opens; null for a refusal or a failure. */
export function takeToken(answer: Answer<unknown>): string | null {
  const parsed = signedIn.safeParse(answer.ok ? answer.value : null);
  return parsed.success ? parsed.data.token : null;
}

/** The same answer without the token, for a page: what a page never holds, no script in it can steal. */
export function hideToken(answer: Answer<unknown>): Answer<unknown> {
  const parsed = signedIn.safeParse(answer.ok ? answer.value : null);
  return answer.ok && parsed.success ? { ...answer, value: { ...parsed.data, token: '' } } : answer;
}

const account = z.looseObject({ user: z.looseObject({ id: z.string() }) });

/** Whose session `auth.me` answered for; null when there is none. */
export function readUserId(answer: Answer<unknown>): string | null {
  const parsed = account.safeParse(answer.ok ? answer.value : null);
  return parsed.success ? parsed.data.user.id : null;
}

/** Whoever listens for events: the session's token, and its user as far as known. */
export interface Listener { token: string; userId: string | null }

/** Whether a listener gets an event: the vault's state is no secret, records' kinds are for the signed in, a job is its owner's, and what befalls a session is for its own windows. */
export function mayHear(event: AppEvent, listener: Listener | null): boolean {
  if (event.type === 'vault') return true;
  if (event.type === 'session') return listener !== null && event.sessionId === sessionIdOf(listener.token);
  return event.type === 'job' ? event.userId === listener?.userId : listener !== null && listener.userId !== null;
}
