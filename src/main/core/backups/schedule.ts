import { schedule, type ScheduledTask } from 'node-cron';
import { z } from 'zod';
import type { Answer } from '#contract/errors.ts';
import type { CallRequest, CoreOptions } from '../kernel/core.ts';
import type { Office } from '../setup/office.ts';

/** A computer that is off at night makes its backup this long after start. */
const catchUpAfter = 2 * 60_000;
const day = 24 * 60 * 60_000;
const listForm = z.object({ nightlyAt: z.string(), backups: z.array(z.object({ createdAt: z.number(), reason: z.string() })) });

export interface Schedule {
  /** Reads the time of the nightly backup anew. */
  refresh: () => Promise<void>;
  stop: () => void;
}

/** Backs up every night through the pipeline, like a person would, and turns the day over after midnight. */
export function startSchedule({ office, call, log }: { office: Office; call: (request: CallRequest) => Promise<Answer<unknown>>; log: NonNullable<CoreOptions['log']> }): Schedule {
  let tasks: ScheduledTask[] = [];
  let catchUp: NodeJS.Timeout | undefined;
  const ask = (name: string) => call({ name, input: {}, token: office.systemToken, door: 'headless', device: 'schedule' });
  const backUp = async () => {
    const answer = await ask('backups.run');
    log(answer.ok ? 'info' : 'error', 'nightly backup', { state: answer.ok ? 'started' : answer.error.code });
  };
  const newDay = () => void office.pool()?.writer.task({ type: 'newDay' });
  const stop = () => {
    for (const task of tasks) void task.stop();
    clearTimeout(catchUp);
    tasks = [];
  };
  return {
    stop,
    async refresh() {
      stop();
      if (!office.pool() || office.holders.demo) return;
      const answer = await ask('backups.list');
      const list = listForm.safeParse(answer.ok ? answer.value : null);
      if (!list.success) return;
      const [hour, minute] = list.data.nightlyAt.split(':').map(Number);
      tasks = [schedule(`${minute} ${hour} * * *`, backUp), schedule('1 0 * * *', newDay)];
      const last = list.data.backups.find(({ reason }) => reason === 'scheduled')?.createdAt ?? 0;
      if (Date.now() - last > day) catchUp = setTimeout(() => void backUp(), catchUpAfter).unref();
    },
  };
}
