import type { AuditNote } from '../journal/index.ts';
import type { CoreOptions } from './core.ts';

/** One entry stands for what the same person does to the same record by the same procedure within these minutes, with how often it was. */
const window = 5 * 60_000;
const sweepEvery = 30_000;

export interface Audit {
  /** Takes a note and lets the call go on: who looks up an allergy in an emergency must not wait for an import to finish writing. */
  note: (note: AuditNote) => void;
  /** Writes what has not been written yet. */
  close: () => Promise<void>;
}

/** Writes notes into the journal: the first of its kind at once, repetitions summed up, so that a screen that looks again does not fill the record. */
export function startAudit(write: (note: AuditNote) => Promise<void>, clock: () => number, log: NonNullable<CoreOptions['log']>): Audit {
  const open = new Map<string, { since: number; repeated: AuditNote | null; times: number }>();
  const writing = new Set<Promise<void>>();
  const start = (note: AuditNote) => {
    const job = write(note).catch(() => log('error', 'an audit entry could not be written', { procedure: note.procedure }));
    writing.add(job);
    void job.finally(() => writing.delete(job));
  };
  const flush = (isOver: (since: number) => boolean) => {
    for (const [key, entry] of open) {
      if (!isOver(entry.since)) continue;
      open.delete(key);
      if (entry.repeated) start({ ...entry.repeated, times: entry.times });
    }
  };
  const timer = setInterval(() => flush((since) => clock() - since > window), sweepEvery);
  timer.unref();
  return {
    note(note) {
      const key = [note.actorId, note.device, note.procedure, note.kind, note.detail, note.targetId].join('\t');
      const entry = open.get(key);
      if (entry && clock() - entry.since <= window) {
        entry.times += 1;
        entry.repeated = note;
        return;
      }
      if (entry?.repeated) start({ ...entry.repeated, times: entry.times });
      open.set(key, { since: clock(), repeated: null, times: 0 });
      start(note);
    },
    async close() {
      clearInterval(timer);
      flush(() => true);
      await Promise.all(writing);
    },
  };
}
