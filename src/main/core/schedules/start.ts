import { schedule as everyMinute } from 'node-cron';
import { RollbookError, type Answer } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import type { CallRequest, CoreOptions } from '../kernel/core.ts';
import { nextRun } from './rules-next-run.ts';

/** What was missed while the computer was off waits this long after opening, until everybody has their first screen. */
const catchUpAfter = 2 * 60_000;

export interface TimetablePlace {
  /** Whether there is a school to work for; the demonstration is none. */
  isOpen: () => boolean;
  /** The program's own: every call by it passes the same pipeline. */
  token: string;
  newDay: () => void;
  call: (request: CallRequest) => Promise<Answer<unknown>>;
  clock: () => number;
  log: NonNullable<CoreOptions['log']>;
}

export interface Timetable {
  /** Reads anew what is due when. */
  refresh: () => Promise<void>;
  /** Begins what is due now. */
  tick: () => void;
  stop: () => void;
}

interface Entry { key: string; dueAt: number; run: () => Promise<unknown> }

/** What the program does by itself and when: the nightly backup, the turn of the day, exports by schedule. What the computer slept or was off through is due still, once. */
export function createTimetable({ isOpen, token, newDay, call, clock, log }: TimetablePlace): Timetable {
  let entries: Entry[] = [];
  let notBefore: number | null = null;
  /** When each was begun last: what fails before it leaves a record is not tried again each minute. */
  const triedAt = new Map<string, number>();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const start = async (name: string, input: unknown) => {
    const answer = await call({ name, input, token, door: 'headless', device: 'schedule' });
    log(answer.ok ? 'info' : 'error', 'begun by schedule', { procedure: name, state: answer.ok ? 'started' : answer.error.code });
  };
  const read = async <K extends 'backups.list' | 'schedules.list'>(name: K): Promise<Output<K>> => {
    const answer = await call({ name, input: {}, token, door: 'headless', device: 'schedule' });
    if (!answer.ok) throw new RollbookError(answer.error.code, answer.error);
    return contract[name].output.parse(answer.value) as Output<K>;
  };
  const daily = (key: string, at: string, last: number, run: Entry['run']): Entry =>
    ({ key, run, dueAt: nextRun({ kind: 'daily', at }, zone, Math.max(last, triedAt.get(key) ?? 0)) ?? Infinity });

  async function readEntries(): Promise<Entry[]> {
    const [{ nightlyAt, backups }, { schedules }] = [await read('backups.list'), await read('schedules.list')];
    const lastBackup = backups.find(({ reason }) => reason === 'scheduled')?.createdAt ?? 0;
    return [
      daily('backup', nightlyAt, lastBackup, () => start('backups.run', {})),
      daily('newDay', '00:01', clock(), async () => newDay()),
      // One that was begun for this time and has not written so yet is not due again.
      ...schedules.flatMap(({ id, nextAt }) => (nextAt === null || nextAt <= (triedAt.get(id) ?? 0) ? [] : [{ key: id, dueAt: nextAt, run: () => start('schedules.runNow', { id }) }])),
    ];
  }

  async function refresh(): Promise<void> {
    if (!isOpen()) return stop();
    notBefore ??= clock() + catchUpAfter;
    try {
      entries = await readEntries();
    } catch (error) {
      log('error', 'what is due could not be read', { state: error instanceof RollbookError ? error.failure.code : 'internal' });
    }
  }
  function tick(): void {
    const now = clock();
    const opened = (notBefore ?? Infinity) - catchUpAfter;
    for (const entry of entries) {
      // What was due before the program was opened waits a little; what has come due since is on time.
      if (entry.dueAt > now || (entry.dueAt <= opened && now < opened + catchUpAfter)) continue;
      triedAt.set(entry.key, now);
      entry.dueAt = Infinity;
      void entry.run().then(refresh);
    }
  }
  function stop(): void {
    entries = [];
    notBefore = null;
  }
  return { refresh, tick, stop };
}

/** Keeps a timetable going: looked at once a minute, on the minute. */
export function startTimetable(place: TimetablePlace): Timetable {
  const timetable = createTimetable(place);
  // A minute that was slept or worked through is no loss: the next one finds what is due.
  const clockwork = everyMinute('* * * * *', () => timetable.tick(), { suppressMissedWarning: true });
  return {
    ...timetable,
    stop() {
      void clockwork.stop();
      timetable.stop();
    },
  };
}
