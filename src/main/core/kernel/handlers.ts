import type { Output, Parsed, ProcedureName } from '#contract/index.ts';
import type { contract } from '#contract/index.ts';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from './context.ts';

type Contract = typeof contract;

/** Answers a query. Sync handlers run on one snapshot; async ones belong to the `work` lane and read before their first await. */
export type QueryHandler<K extends ProcedureName> = (ctx: QueryContext, input: Parsed<K>) => Output<K> | Promise<Output<K>>;

/** `prepare` may take its time outside the transaction (hashing, parsing, typesetting); `run` is synchronous inside it. */
export interface PreparedCommand<K extends ProcedureName, P> {
  prepare: (ctx: QueryContext, input: Parsed<K>) => Promise<P> | P;
  run: (ctx: CommandContext, input: Parsed<K>, prepared: P) => Output<K>;
}

/**
 * A long command in parts, each in a transaction and a change set of its own, so that others can save in between. `prepare` finds the parts;
 * cancelled between two of them, those that are done stay done. `settle` puts in order once, after the last part that ran, what would be too much after each.
 */
export interface BatchedCommand<K extends ProcedureName, P> {
  prepare: (ctx: QueryContext, input: Parsed<K>) => Promise<P> | P;
  parts: (prepared: P) => number;
  runPart: (ctx: CommandContext, input: Parsed<K>, prepared: P, part: number) => void;
  settle: (ctx: CommandContext) => void;
  finish: (prepared: P) => Output<K>;
}
/** A batched command whose intermediate type only its own parts know. */
export interface ErasedBatches<K extends ProcedureName> {
  prepare: (ctx: QueryContext, input: Parsed<K>) => unknown;
  parts: (prepared: never) => number;
  runPart: (ctx: CommandContext, input: Parsed<K>, prepared: never, part: number) => void;
  settle: (ctx: CommandContext) => void;
  finish: (prepared: never) => Output<K>;
}
export type CommandHandler<K extends ProcedureName> = ((ctx: CommandContext, input: Parsed<K>) => Output<K>) | ErasedCommand<K> | ErasedBatches<K>;

/** A prepared command whose intermediate type only its own two halves know. */
export interface ErasedCommand<K extends ProcedureName> {
  prepare: (ctx: QueryContext, input: Parsed<K>) => Promise<unknown> | unknown;
  run: (ctx: CommandContext, input: Parsed<K>, prepared: never) => Output<K>;
}

/**
 * Thrown by `run` when what `prepare` built on has moved meanwhile, as when a serial number that it printed was taken: nothing is written,
 * and both halves run again. After a few times the caller is told to try later.
 */
export class PrepareAgain extends RollbookError {
  constructor() {
    super('busy');
  }
}

/** Declares a command with a `prepare` half. */
export function prepared<K extends ProcedureName, P>(handler: PreparedCommand<K, P>): ErasedCommand<K> {
  return handler as ErasedCommand<K>;
}

/** Declares a command that runs in parts. */
export function batched<K extends ProcedureName, P>(handler: BatchedCommand<K, P>): ErasedBatches<K> {
  return handler as ErasedBatches<K>;
}

export type Handler<K extends ProcedureName> = Contract[K]['kind'] extends 'query' ? QueryHandler<K> : CommandHandler<K>;

/** The handlers of some procedures; each domain exports one, and the registry does not compile if any is missing. */
export type Handlers<K extends ProcedureName> = { [N in K]: Handler<N> };

/** Names of procedures by prefix: `Named<'students'>` is every `students.*`. */
export type Named<P extends string> = Extract<ProcedureName, `${P}.${string}`>;
/** Set-up runs in the main process before a database is open; the rest run in threads. */
export type VaultName = Extract<ProcedureName, `setup.${string}`>;
export type ThreadName = Exclude<ProcedureName, VaultName>;
