import type { CommandDefinition, QueryDefinition } from '#contract/define.ts';
import { RollbookError, type Answer } from '#contract/errors.ts';
import { findProcedure } from '#contract/index.ts';
import type { Permission } from '#contract/permissions.ts';
import { isSchedulable } from '#contract/schedulable.ts';
import { systemAccess, type Access } from '../access/access.ts';
import { readAccess, readAccessOf } from '../access/repo-sessions.ts';
import { describeChangeSet } from '../journal/change-set.ts';
import type { LiveJob } from '../jobs/live-job.ts';
import type { AuditFacts } from '../journal/index.ts';
import { createWriter } from '../store/writer.ts';
import { askOnSnapshot } from './ask.ts';
import { noteRefusal } from './audited.ts';
import { authorise, authoriseInput } from './authorise.ts';
import { runBatches } from './batches.ts';
import type { CommandContext, Effect, QueryContext } from './context.ts';
import type { CallRequest } from './core.ts';
import { localDate } from './dates.ts';
import type { Environment } from './environment.ts';
import { PrepareAgain } from './handlers.ts';
import { toFailure } from './failures.ts';
import { finish } from './finish.ts';
import { parseInput } from './parse-input.ts';
import { reachBy } from './reach.ts';
import { record, type Recorded } from './record.ts';
import { subjectOf } from './redact.ts';
import { findHandler } from './registry.ts';

/** How the thread's owner takes part in a call: told of progress and acceptance, asked about cancelling. */
export interface Control {
  /** The call is allowed and well-formed; a job is answered with its id now. */
  accepted: (userId: string) => void;
  progress: (done: number, total: number) => void;
  isCancelled: () => boolean;
  liveJobs: readonly LiveJob[];
}
export interface Outcome { answer: Answer<unknown>; effects: Effect[] }
type Found = NonNullable<ReturnType<typeof findProcedure>>;
/** How often a command is prepared before its caller is told to try later. */
const preparations = 5;

/** What is known of a call as it goes, so that a refusal can say by whom it was made and of what. */
interface Known { procedure?: Found; access: Access | null; input: unknown }

/**
 * Every call goes through here, whichever door it came in by: look up, check reach, authenticate, check permission, parse, run on a
 * snapshot or in a transaction with one change set, parse the output, blank what the caller may not see, seal the journal, commit.
 * Refusals and sensitive readings are noted for the journal.
 */
export function execute(env: Environment, request: CallRequest, control: Control): Promise<Outcome> {
  return answerCall(env, request, control, (now) => (request.token === env.place.systemToken ? systemAccess : readAccess(env.reader, request.token, now, localDate(now))));
}

/**
 * A call in the name of a user who is not there, for what runs by schedule: with the grants that they have now, their password counting as given, since
 * it was when the schedule was saved. There is no token for it, so that none can get out, and it reaches schedulable procedures only.
 */
export function executeAs(env: Environment, userId: string, call: Pick<CallRequest, 'name' | 'input' | 'device'>, control: Control): Promise<Outcome> {
  return answerCall(env, { ...call, token: null, door: 'headless' }, control, (now) => {
    if (!isSchedulable(call.name)) throw new RollbookError('forbidden');
    return readAccessOf(env.reader, userId, now, localDate(now));
  });
}

async function answerCall(env: Environment, request: CallRequest, control: Control, identify: (now: number) => Access | null): Promise<Outcome> {
  const effects: Effect[] = [];
  const known: Known = { access: null, input: request.input };
  try {
    const procedure = findProcedure(request.name);
    if (!procedure || !procedure.doors.includes(request.door)) throw new RollbookError('unknownProcedure');
    known.procedure = procedure;
    const now = env.clock();
    const access = identify(now);
    known.access = access;
    authorise(procedure, access, now);
    const input = parseInput(procedure, request.input);
    known.input = input;
    const needed = authoriseInput(procedure, access, input);
    const ctx = makeContext(env, request, control, { access, needed, now, effects, subject: subjectOf(procedure.input, input) });
    control.accepted(access?.userId ?? '');
    const answer: Answer<unknown> = procedure.kind === 'query' ? { ok: true, value: await runQuery(env, procedure, ctx, input) } : await runCommand(env, procedure, ctx, input, effects);
    return { answer, effects };
  } catch (error) {
    const failure = toFailure(error, (message, detail) => env.log('error', message, { ...detail, procedure: request.name }));
    const facts = known.procedure && noteRefusal(known.procedure, known.access, failure, known.input);
    // What a command in parts has written before it failed or was cancelled stays written.
    const written = effects.filter(({ type }) => type === 'changed');
    return { answer: { ok: false, error: failure }, effects: facts ? [...written, auditEffect(env.clock(), known.access, request, facts)] : written };
  }
}

const auditEffect = (at: number, access: Access | null, { device, name }: CallRequest, facts: AuditFacts): Effect =>
  ({ type: 'audit', note: { at, actorId: access?.userId ?? null, device, procedure: name, ...facts } });

/** What the pipeline has found out before the handler runs. */
interface Settled { access: Access | null; needed: Permission | null; now: number; effects: Effect[]; subject: string | null }

function makeContext(env: Environment, request: CallRequest, control: Control, { access, needed, now, effects, subject }: Settled): QueryContext {
  const signedIn = (): Access => {
    if (!access) throw new RollbookError('notSignedIn');
    return access;
  };
  const ownPermission = (): Permission => {
    if (needed === null) throw new Error(`${request.name} is not checked against a permission`);
    return needed;
  };
  const ctx: QueryContext = {
    db: env.reader, place: env.place, now, access, device: request.device, door: request.door,
    userId: () => signedIn().userId,
    ...reachBy(env.reader, signedIn, ownPermission, subject),
    liveJobs: control.liveJobs,
    progress: control.progress,
    note: (facts) => effects.push(auditEffect(now, access, request, facts)),
    effect: (effect) => effects.push(effect),
    async callAs(userId, name, work) {
      const outcome = await executeAs(env, userId, { name, input: work, device: request.device }, { ...control, accepted: () => undefined });
      effects.push(...outcome.effects);
      return outcome.answer;
    },
    failureOf: (error) => toFailure(error, (message, detail) => env.log('error', message, { ...detail, procedure: request.name })),
    keep: (write) => env.transaction(() => write(createWriter(env.prepare, { changeSetId: 0, userId: access?.userId ?? null, now: env.clock() }))),
    checkCancelled: () => { if (control.isCancelled()) throw new RollbookError('cancelled'); },
    onSnapshot: (use) => askOnSnapshot(env, ctx, use),
  };
  return ctx;
}

async function runQuery(env: Environment, procedure: Found & QueryDefinition, ctx: QueryContext, input: unknown): Promise<unknown> {
  const handler = findHandler(procedure.name);
  if (handler.kind !== 'query') throw new Error(`${procedure.name} has no query handler`);
  if (procedure.lane === 'work' || procedure.lane === 'import') return finish(procedure, ctx, input, await handler.run(ctx, input));
  const value = env.snapshot(() => handler.run(ctx, input));
  return finish(procedure, ctx, input, await value);
}

async function runCommand(env: Environment, procedure: Found & CommandDefinition, ctx: QueryContext, input: unknown, effects: Effect[]): Promise<Answer<unknown>> {
  const handler = findHandler(procedure.name);
  const write = recorderOf(env, procedure.name, ctx);
  if (handler.kind === 'batches') return { ok: true, value: finish(procedure, ctx, input, await runBatches(handler, ctx, input, write, effects)) };
  if (handler.kind !== 'command') throw new Error(`${procedure.name} has no command handler`);
  const attempt = async () => {
    const ready = handler.prepare ? await handler.prepare(ctx, input) : undefined;
    return write((commandCtx) => finish(procedure, ctx, input, handler.run(commandCtx, input, ready)));
  };
  const { value, changeSetId, entities } = await repeatWhilePrepared(attempt, effects);
  if (changeSetId !== null) effects.push({ type: 'changed', entities, changeSetId });
  return { ok: true, value, ...(changeSetId === null ? {} : { changeSetId }) };
}

/** What writes for a call: each use is one transaction with one change set under the call's head. */
function recorderOf(env: Environment, procedure: string, ctx: QueryContext): <T>(run: (ctx: CommandContext) => T) => Recorded<T> {
  const head = { at: ctx.now, actorId: ctx.access?.isSystem ? null : (ctx.access?.userId ?? null), device: ctx.device, procedure };
  return (run) => record(env, head, (db, stamp) => run({
    ...ctx, db, stamp,
    describe: ({ reason, undoes }) => describeChangeSet(db, stamp.changeSetId, reason ?? null, undoes ?? null),
  }));
}

/** Prepares and runs a command again where its `run` asks for it; what the failed attempt wanted of the main process is forgotten with it. */
async function repeatWhilePrepared<T>(attempt: () => Promise<T>, effects: Effect[]): Promise<T> {
  const before = effects.length;
  for (let left = preparations; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PrepareAgain) || left <= 1) throw error;
      effects.length = before;
    }
  }
}
