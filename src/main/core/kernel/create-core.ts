import { uuidv7 } from 'uuidv7';
import { RollbookError, type Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';
import { findProcedure } from '#contract/index.ts';
import { verifyNow, watchChain } from '../audit/index.ts';
import { createJobBoard, type JobBoard } from '../jobs/board.ts';
import { subjectOf } from '../jobs/live-job.ts';
import { startAudit } from './audit.ts';
import { startTimetable } from '../schedules/start.ts';
import { setupHandlers, openDemonstration } from '../setup/handlers.ts';
import { openOffice, type Office } from '../setup/office.ts';
import type { Thread } from '../threads/thread.ts';
import type { Effect } from './context.ts';
import type { CallRequest, Core, CoreOptions } from './core.ts';
import { toFailure } from './failures.ts';
import type { VaultName } from './handlers.ts';
import { parseInput } from './parse-input.ts';
import type { Outcome } from './pipeline.ts';
import { createRateLimit } from './rate-limit.ts';

type Found = NonNullable<ReturnType<typeof findProcedure>>;
const fail = (error: unknown, log: NonNullable<CoreOptions['log']>, procedure: string): Answer<unknown> =>
  ({ ok: false, error: toFailure(error, (message, detail) => log('error', message, { ...detail, procedure })) });

/** Opens the application on a data folder. The main thread only hands calls to threads, keeps the jobs' progress and tells windows what changed. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const log = options.log ?? (() => undefined);
  const clock = options.clock ?? Date.now;
  const listeners = new Set<(event: AppEvent) => void>();
  const tell = (event: AppEvent) => { for (const listener of listeners) listener(event); };
  const board = createJobBoard();
  const letIn = createRateLimit(clock, options.rate);
  const office = await openOffice(options, log, tell);
  if (options.demo && office.state() === 'absent') await openDemonstration(office);

  async function apply(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) {
      if (effect.type === 'changed' || effect.type === 'session') {
        tell(effect);
        if (effect.type === 'changed' && effect.entities.some((entity) => entity.startsWith('schedule'))) await timetable.refresh();
      }
      else if (effect.type === 'audit') audit.note(effect.note);
      else if (effect.type === 'cancelJob') board.cancel(effect.jobId);
      else if (effect.type === 'settingsChanged') await timetable.refresh();
      else {
        await office.reopen(effect.key);
        watch.refresh();
      }
    }
  }

  async function call(request: CallRequest): Promise<Answer<unknown>> {
    const procedure = findProcedure(request.name);
    try {
      if (!procedure || !procedure.doors.includes(request.door)) throw new RollbookError('unknownProcedure');
      if (request.token !== office.systemToken && !letIn(request.token ?? request.device)) throw new RollbookError('tooMany');
      if (procedure.lane === 'vault') {
        const value = await callVault(office, procedure, request);
        if (procedure.kind === 'command') refresh();
        return { ok: true, value };
      }
      const pool = office.pool();
      if (!pool) throw new RollbookError(office.problem() ?? (office.state() === 'absent' ? 'noSchool' : 'vaultLocked'));
      const thread = await pool.pick(procedure.lane ?? (procedure.kind === 'query' ? 'read' : 'write'));
      if (procedure.kind === 'command' && procedure.job) return await startJob({ office, board, tell, clock, apply, log }, thread, request);
      const outcome = await thread.call(request, { liveJobs: board.list(), cancel: new SharedArrayBuffer(4), accepted: () => undefined, progress: () => undefined });
      await apply(outcome.effects);
      return outcome.answer;
    } catch (error) {
      return fail(error, log, request.name);
    }
  }

  const audit = startAudit(async (note) => { await office.pool()?.writer.task({ type: 'audit', note }); }, clock, log);
  const timetable = startTimetable({
    isOpen: () => office.pool() !== null && !office.holders.demo, token: office.systemToken, newDay: () => void office.pool()?.writer.task({ type: 'newDay' }), call, clock, log,
  });
  const watch = watchChain({ office, call, log });
  const refresh = () => {
    void timetable.refresh();
    watch.refresh();
  };
  refresh();
  return {
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    verifyJournal: () => verifyNow(call, office),
    async close() {
      timetable.stop();
      watch.stop();
      for (const job of board.list()) board.cancel(job.id);
      await audit.close();
      await office.close();
    },
  };
}

/** Set-up runs here, before there is a thread with a database; it parses input and output like the pipeline. */
async function callVault(office: Office, procedure: Found, request: CallRequest): Promise<unknown> {
  const input = parseInput(procedure, request.input);
  const handler = setupHandlers[procedure.name as VaultName] as (office: Office, input: unknown, caller: CallRequest) => Promise<unknown>;
  return procedure.output.parse(await handler(office, input, request));
}

interface JobPlace { office: Office; board: JobBoard; tell: (event: AppEvent) => void; clock: () => number; apply: (effects: readonly Effect[]) => Promise<void>; log: NonNullable<CoreOptions['log']> }

/** Starts a job and answers with its id as soon as the thread has found it allowed and well-formed; else with what was wrong. */
function startJob(place: JobPlace, thread: Thread, request: CallRequest): Promise<Answer<unknown>> {
  const { office, board, tell, clock } = place;
  const id = uuidv7();
  const cancel = new SharedArrayBuffer(4);
  return new Promise((resolve) => {
    let recorded: Promise<unknown> = Promise.resolve();
    const save = (job: ReturnType<JobBoard['list']>[number], end: { state: 'running' | 'done' | 'failed' | 'cancelled'; outcome?: Outcome }) => {
      const answer = end.outcome?.answer;
      const error = answer && !answer.ok ? { code: answer.error.code, messageKey: answer.error.messageKey, params: answer.error.params } : null;
      const record = { ...job, state: end.state, result: answer?.ok ? answer.value : null, error, endedAt: end.outcome ? clock() : null };
      return office.pool()?.writer.task({ type: 'saveJob', job: record }) ?? Promise.resolve();
    };
    const finish = async (outcome: Outcome) => {
      await recorded;
      const job = board.list().find((each) => each.id === id);
      if (!job) {
        // Refused before it began: that has to be written down all the same.
        await place.apply(outcome.effects);
        return resolve(outcome.answer);
      }
      const state = outcome.answer.ok ? 'done' : outcome.answer.error.code === 'cancelled' ? 'cancelled' : 'failed';
      await save(job, { state, outcome });
      board.remove(id);
      await place.apply(outcome.effects);
      tell({ type: 'job', jobId: id, userId: job.userId, state, done: job.done, total: job.total });
    };
    thread.call(request, {
      liveJobs: board.list(), cancel,
      accepted(userId) {
        const job = { id, userId, procedure: request.name, done: 0, total: 0, startedAt: clock(), subject: subjectOf(request.input) };
        board.add(job, cancel);
        // Answered before it is written down: the writer may be waiting for an import, and until then `jobs.get` knows the job from the board.
        recorded = save(job, { state: 'running' }).catch(() => place.log('error', 'job could not be recorded', { procedure: request.name }));
        resolve({ ok: true, value: { jobId: id } });
      },
      progress(done, total) {
        const job = board.progress(id, done, total);
        if (job) tell({ type: 'job', jobId: id, userId: job.userId, state: 'running', done, total });
      },
    }).catch((error: unknown): Outcome => ({ answer: fail(error, place.log, request.name), effects: [] })).then(finish).catch((error: unknown) => {
      place.log('error', 'job could not be recorded', { procedure: request.name });
      resolve(fail(error, place.log, request.name));
    });
  });
}
