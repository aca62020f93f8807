import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;

/** Watches how long this thread's event loop, the window's own in the program, is held up. */
export interface LoopWatch {
  start(): void;
  stop(): void;
  /** The longest delay while watching, in milliseconds. */
  longest(): number;
}

/** Makes a watch that stands still. Its own work between measurements is left out: one monitor that is started again counts the time in between as a delay. */
export function createLoopWatch(): LoopWatch {
  let monitor: ReturnType<typeof monitorEventLoopDelay> | null = null;
  let longest = 0;
  const stop = (): void => {
    if (!monitor) return;
    monitor.disable();
    longest = Math.max(longest, monitor.max / 1e6 - resolution);
    monitor = null;
  };
  return {
    start() {
      stop();
      monitor = monitorEventLoopDelay({ resolution });
      monitor.enable();
    },
    stop,
    longest: () => longest,
  };
}
