import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;

/** Watches how long this thread's event loop, the window's own in the program, is held up. */
export interface LoopWatch {
  /** Watches what is named, and nothing else from here on. */
  start(part: string): void;
  stop(): void;
  /** The longest delay while watching, in milliseconds, and during what. */
  longest(): { milliseconds: number; part: string };
}

/** Makes a watch that stands still. Its own work between measurements is left out: one monitor that is started again counts the time in between as a delay. */
export function createLoopWatch(): LoopWatch {
  let monitor: ReturnType<typeof monitorEventLoopDelay> | null = null;
  let watched = '', longest = { milliseconds: 0, part: '' };
  const stop = (): void => {
    if (!monitor) return;
    monitor.disable();
    const milliseconds = monitor.max / 1e6 - resolution;
    if (milliseconds > longest.milliseconds) longest = { milliseconds, part: watched };
    monitor = null;
  };
  return {
    start(part) {
      stop();
      watched = part;
      monitor = monitorEventLoopDelay({ resolution });
      monitor.enable();
    },
    stop,
    longest: () => longest,
  };
}
