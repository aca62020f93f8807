import type { Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';
import { createHttpTransport } from './http-transport.ts';
import './bridge.ts';

/** The way from this page to the program: the desktop window's bridge, or HTTP. */
export interface Transport {
  invoke(name: string, input: unknown): Promise<Answer<unknown>>;
  /** `onGap` is called when events may have been missed. */
  subscribe(listener: (event: AppEvent) => void, onGap: () => void): () => void;
}

function createBridgeTransport(bridge: NonNullable<Window['rollbook']>): Transport {
  return { invoke: (name, input) => bridge.invoke(name, input), subscribe: (listener) => bridge.subscribe(listener) };
}

/** The transport of this page, chosen once: the bridge where there is one. */
export const transport: Transport = window.rollbook ? createBridgeTransport(window.rollbook) : createHttpTransport();
