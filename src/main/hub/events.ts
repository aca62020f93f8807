import type { WebSocket } from 'ws';
import type { AppEvent } from '#contract/events.ts';
import type { Core } from '../core/kernel/core.ts';
import { mayHear, readUserId, type Listener as SessionListener } from '../doors/session.ts';

/** Close code of a socket whose session is not, or no longer, signed in. */
export const notSignedInClose = 4401;
const recheckEvery = 60_000;

interface Listener extends SessionListener { socket: WebSocket }

/** The open WebSockets, and who hears what over them. */
export function createEventDoor(core: Core) {
  const listeners = new Set<Listener>();
  const drop = (listener: Listener): void => {
    listeners.delete(listener);
    listener.socket.close(notSignedInClose);
  };
  const whoIs = async (token: string): Promise<string | 'locked' | null> => {
    const answer = await core.call({ name: 'auth.me', input: {}, token, door: 'headless', device: 'events' });
    // A locked session keeps its events: they name kinds of records only, and the screen underneath stays fresh.
    return !answer.ok && answer.error.code === 'locked' ? 'locked' : readUserId(answer);
  };

  const endSubscription = core.subscribe((event: AppEvent) => {
    for (const listener of listeners) if (mayHear(event, listener)) listener.socket.send(JSON.stringify(event));
  });
  const recheck = setInterval(() => {
    for (const listener of listeners) {
      void whoIs(listener.token).then((userId) => { if (userId === null) drop(listener); });
    }
  }, recheckEvery);
  recheck.unref();

  return {
    /** Takes a socket whose request was found to be our own; closes it when nobody is signed in there. */
    async accept(socket: WebSocket, token: string | null): Promise<void> {
      // Nothing is ever read from a socket: calls go through POST.
      socket.on('message', () => socket.close(1003));
      const userId = token === null ? null : await whoIs(token);
      if (token === null || userId === null) return socket.close(notSignedInClose);
      const listener = { socket, token, userId };
      socket.on('close', () => listeners.delete(listener));
      if (socket.readyState === socket.OPEN) listeners.add(listener);
    },
    end(token: string): void {
      for (const listener of listeners) if (listener.token === token) drop(listener);
    },
    close(): void {
      clearInterval(recheck);
      endSubscription();
    },
  };
}
