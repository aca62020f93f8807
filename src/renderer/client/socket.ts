import { z } from 'zod';
import type { AppEvent } from '#contract/events.ts';

const event = z.custom<AppEvent>((value) => typeof value === 'object' && value !== null && 'type' in value);
const longestPause = 10_000;

/** Events over a WebSocket that comes back by itself; `onGap` after each interruption. */
export function subscribeSocket(listener: (event: AppEvent) => void, onGap: () => void): () => void {
  let socket: WebSocket | null = null;
  let timer: number | undefined;
  let ended = false;
  let pause = 500;
  let interrupted = false;
  const connect = () => {
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/events`);
    socket.onopen = () => {
      pause = 500;
      if (interrupted) onGap();
    };
    socket.onmessage = (message) => {
      const parsed = event.safeParse(JSON.parse(String(message.data)));
      if (parsed.success) listener(parsed.data);
    };
    socket.onclose = () => {
      if (ended) return;
      interrupted = true;
      timer = window.setTimeout(connect, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };
  connect();
  return () => {
    ended = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
