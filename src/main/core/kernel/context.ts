import type { Door } from '#contract/define.ts';
import type { Answer, Failure } from '#contract/errors.ts';
import type { Input, Output, ProcedureName } from '#contract/index.ts';
import type { FieldClass, Permission } from '#contract/permissions.ts';
import type { Schedulable } from '#contract/schedulable.ts';
import type { Reader } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import type { Access } from '../access/access.ts';
import type { LiveJob } from '../jobs/live-job.ts';
import type { AuditFacts, AuditNote } from '../journal/index.ts';
import type { ClassesOf } from '../access/repo-classes.ts';
import type { RowScope } from '../access/scope.ts';

/** What the thread that runs a call has at hand. */
export interface Place {
  dataFolder: string;
  resources: string;
  version: string;
  keyHolder: string;
  /** The database key, for what leaves the database but must stay as unreadable: backups. */
  key: Uint8Array;
  databaseFile: string;
  migrations: string;
  /** Random for each run; known to this process only. Calls that carry it are the program's own (schedules). */
  systemToken: string;
}

/** What a command asks of the main process once it is committed. */
export type Effect =
  | { type: 'changed'; entities: string[]; changeSetId: number }
  /** What a session may do, or as whom, is another from now on. */
  | { type: 'session'; sessionId: string }
  | { type: 'audit'; note: AuditNote }
  | { type: 'cancelJob'; jobId: string }
  | { type: 'settingsChanged' }
  /** A restore is staged: close, put it in place, and open it with its key. */
  | { type: 'reopen'; key: Uint8Array };

/** Asks another query as the same caller, by the same checks, within what the asking call may take. */
export type Ask = <K extends ProcedureName>(name: K, input: Input<K>) => Promise<Output<K>>;

/** The context of a query: who asks, what they may see, and a readable snapshot. */
export interface QueryContext {
  db: Reader;
  place: Place;
  now: number;
  /** Null only for procedures that are open to everyone. */
  access: Access | null;
  device: string;
  door: Door;
  /** The caller's user id; throws when nobody is signed in. */
  userId: () => string;
  /** The permission that this call was checked against. */
  needed: () => Permission;
  /** The rows that the caller's grants of a permission reach, the call's own unless another is named. Throws `forbidden` when there is none. */
  rows: (permission?: Permission) => RowScope;
  /** The field classes that the call's permission shows of a student; without one, of the student whom the input is about, or else of every row. */
  classes: (studentId?: string) => readonly FieldClass[];
  /** The same for many students at once. */
  classesOf: (studentIds: readonly string[]) => ClassesOf;
  /** Jobs under way, with their progress. */
  liveJobs: readonly LiveJob[];
  progress: (done: number, total: number) => void;
  /** Throws `cancelled` once the caller has cancelled. Long work calls it every few milliseconds. */
  checkCancelled: () => void;
  /**
   * Asks other queries on one snapshot, which is held until `use` ends: for work that reads long lists page by page. `within`: the caller as they are asked as;
   * `db`: the snapshot itself, for what no query gives.
   */
  onSnapshot: <T>(use: (ask: Ask, within: Access, db: Reader) => Promise<T>) => Promise<T>;
  /** Makes a call in the name of a user, with what they may do now; only what is schedulable is let through. */
  callAs: (userId: string, name: Schedulable, input: unknown) => Promise<Answer<unknown>>;
  /** Writes at once, in a transaction of its own, into tables that the journal does not follow; the others refuse it. For what has to be on record before the work is done. */
  keep: (write: (db: Writer) => void) => void;
  /** What may be told of an error that does not end the call; of one that is not ours, kind and place are logged. */
  failureOf: (error: unknown) => Failure;
  /** Has something written down in the journal, though no record changes. */
  note: (facts: AuditFacts) => void;
  effect: (effect: Effect) => void;
}

/** The context of a command: the same, and a writable handle inside one transaction with one change set. */
export interface CommandContext extends Omit<QueryContext, 'db'> {
  db: Writer;
  stamp: Stamp;
  /** Why, for the journal; `undoes` names the change set that this one takes back. */
  describe: (head: { reason?: string; undoes?: number }) => void;
}
