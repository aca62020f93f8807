/** How often this thread looks whether it was held up, in milliseconds. */
const every = 5;

/** The longest time for which the thread could do nothing else. `atWork`: how much of it it was computing; the rest it waited for a processor that others had. */
export interface HoldUp { milliseconds: number; atWork: number; calls: readonly string[] }

/** Watches how long this thread's event loop, the window's own in the program, is held up, and by which calls. */
export interface LoopWatch {
  start(): void;
  stop(): void;
  /** Does work under a name by which a hold-up is then told. */
  during<T>(name: string, work: () => Promise<T>): Promise<T>;
  longest(): HoldUp;
}

const workNow = (): number => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };

/** Makes a watch that stands still; what happens between `stop` and `start` is not counted. */
export function createLoopWatch(): LoopWatch {
  let longest: HoldUp = { milliseconds: 0, atWork: 0, calls: [] };
  let timer: NodeJS.Timeout | undefined;
  let at = 0, worked = 0;
  const open: string[] = [];
  let recent = new Set<string>();
  const look = (): void => {
    const milliseconds = performance.now() - at - every, atWork = workNow() - worked;
    if (milliseconds > longest.milliseconds) longest = { milliseconds, atWork, calls: [...recent] };
  };
  const wait = (): void => {
    recent = new Set(open);
    at = performance.now();
    worked = workNow();
    timer = setTimeout(() => { look(); wait(); }, every);
  };
  const stop = (): void => {
    if (!timer) return;
    clearTimeout(timer);
    timer = undefined;
    look();
  };
  return {
    start() {
      stop();
      wait();
    },
    stop,
    async during(name, work) {
      open.push(name);
      recent.add(name);
      try {
        return await work();
      } finally {
        open.splice(open.indexOf(name), 1);
      }
    },
    longest: () => longest,
  };
}
