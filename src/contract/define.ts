import type { z } from 'zod';
import type { Permission } from './permissions.ts';

/** The ways in: the desktop window, the office network, and the host without a window. */
export type Door = 'desktop' | 'hub' | 'headless';
export const everyDoor: readonly Door[] = ['desktop', 'hub', 'headless'];
/** Doors at the computer that holds the data: set-up, keys and restore are never reached over the network. */
export const localDoors: readonly Door[] = ['desktop', 'headless'];

/** Who may call: anyone, anyone signed in (for their own things), or holders of a permission. */
export type Guard = 'public' | 'signedIn' | Permission;

/**
 * Which rows a call may touch.
 * `none`: no school records. `own`: the caller's own account, jobs and settings.
 * `rows`: the repository limits rows to the caller's grants. `school`: needs a grant over the whole school.
 */
export type Scope = 'none' | 'own' | 'rows' | 'school';

/**
 * The thread that runs a call. `vault` runs in the main process before a database is open and never touches SQL;
 * `work` and `import` hold long jobs, so that neither the writer nor the readers wait for them.
 */
export type Lane = 'vault' | 'read' | 'write' | 'import' | 'work';

/** What keeps a session from going on as usual: locked, a password that has to be changed first, looking at the program as somebody else. */
export type Hold = 'locked' | 'mustChange' | 'preview';

/** Why a call is written down even when it changes nothing. `bulk`: it takes many people's records out of the program. */
export type Audited = 'health' | 'safeguarding' | 'bulk';

interface Shared<I extends z.ZodType, O extends z.ZodType> {
  permission: Guard;
  scope: Scope;
  /** Works in spite of these. While looking as somebody else every query works and no other command. */
  during?: readonly Hold[];
  audited?: Audited;
  doors: readonly Door[];
  input: I;
  output: O;
  lane?: Lane;
}

export interface QueryDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shared<I, O> {
  kind: 'query';
}

export interface CommandDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shared<I, O> {
  kind: 'command';
  /** The permission that is asked for instead when the input's `id` is null: a save that makes a new record. */
  creates?: Permission;
  /** `true`: answered at once with `{jobId}`; progress, cancel and the result go through `jobs.*`. */
  job?: boolean;
  /** Asks for the password again when it was not given in the last minutes. */
  sensitive?: boolean;
  /** `true`: the window offers Undo after it. */
  undoable?: boolean;
}

export type Procedure = QueryDefinition | CommandDefinition;

/** Declares a procedure that reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(definition: Omit<QueryDefinition<I, O>, 'kind'>) {
  return { kind: 'query', ...definition } as const;
}

/** Declares a procedure that changes something and leaves one change set. */
export function command<I extends z.ZodType, O extends z.ZodType, const J extends boolean = false>(
  definition: Omit<CommandDefinition<I, O>, 'kind' | 'job'> & { job?: J },
) {
  return { kind: 'command', ...definition } as const;
}
