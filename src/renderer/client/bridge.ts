import type { Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';

/** What the preload script gives the page inside the desktop window. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Answer<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  platform: string;
}

declare global {
  interface Window {
    rollbook?: Bridge;
  }
}
