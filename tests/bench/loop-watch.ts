import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;

/** Watches how long this thread's event loop, the window's own in the program, is held up. */
export interface LoopWatch {
  start(): void;
  stop(): void;
  /** The longest delay while watching, in milliseconds. */
  longest(): number;
}

/** Makes a watch that stands still. Its own work between measurements is left out. */
export function createLoopWatch(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution });
  return {
    start: () => { delays.enable(); },
    stop: () => { delays.disable(); },
    longest: () => Math.max(0, delays.max / 1e6 - resolution),
  };
}
