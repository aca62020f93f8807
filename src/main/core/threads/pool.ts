import type { Lane } from '#contract/define.ts';
import type { Place } from '../kernel/context.ts';
import type { CoreOptions } from '../kernel/core.ts';
import { startThread, type Thread } from './thread.ts';

type ThreadLane = Exclude<Lane, 'vault'>;

/** The threads of one open database. */
export interface Pool {
  writer: Thread;
  /** The thread for a lane; import and work start at first use. */
  pick: (lane: ThreadLane) => Promise<Thread>;
  close: () => Promise<void>;
}
/** Two: one can answer keystrokes while the other counts. */
const readers = 2;

/** Opens the writer, which migrates, then the readers. Throws what opening throws, with everything closed again. */
export async function openPool(place: Place, entry: URL | undefined, log: NonNullable<CoreOptions['log']>, clock?: () => number): Promise<Pool> {
  const threads: Thread[] = [];
  const start = async (prepare: boolean): Promise<Thread> => {
    const thread = startThread(entry, log, clock);
    threads.push(thread);
    await thread.task({ type: 'open', place, prepare });
    return thread;
  };
  const close = async () => { await Promise.all(threads.map((thread) => thread.close())); };
  try {
    const writer = await start(true);
    // Without an entry all lanes share one thread: a test's database has one connection.
    const readThreads = entry ? await Promise.all(Array.from({ length: readers }, () => start(false))) : [writer];
    const later = new Map<ThreadLane, Promise<Thread>>();
    const startOnce = (lane: ThreadLane): Promise<Thread> => {
      let thread = later.get(lane);
      if (!thread) later.set(lane, (thread = entry ? start(false) : Promise.resolve(writer)));
      return thread;
    };
    return {
      writer,
      pick: async (lane) => lane === 'write' ? writer : lane === 'read' ? leastBusy(readThreads, writer) : startOnce(lane),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const leastBusy = (threads: readonly Thread[], fallback: Thread): Thread =>
  threads.reduce<Thread | null>((best, thread) => (best === null || thread.load() < best.load() ? thread : best), null) ?? fallback;
