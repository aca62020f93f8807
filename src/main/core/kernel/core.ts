import { createHash } from 'node:crypto';
import type { Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';
import type { Door } from '#contract/define.ts';
import type { Output } from '#contract/index.ts';

/** The id of the session that a token opens: what is stored, and told in events, in its place. */
export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** One call as a door hands it over. The token is the session's; the door never looks into it. */
export interface CallRequest {
  name: string;
  input: unknown;
  token: string | null;
  door: Door;
  /** What the journal calls the device: a window, a browser, a script. */
  device: string;
}

/** The operating system's key store (Electron safeStorage): wraps the database key for this computer's user. */
export interface KeyStore {
  wrap(key: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array;
}

export interface CoreOptions {
  /** Folder of the database, the wrapped keys, backups and logs; made if missing, readable by its owner only. */
  dataFolder: string;
  version: string;
  /** Opens a demonstration school, whose key lies beside it. */
  demo?: boolean;
  /** Null where the system has none: then a passphrase or key file is asked for. */
  keyStore?: KeyStore | null;
  /** Path of a file that holds the passphrase, readable by its owner only. */
  keyFile?: string;
  /** Folder of the migrations. */
  migrations: string;
  /** Folder of fonts and templates. */
  resources: string;
  /** Entry of the worker threads; without it everything runs in this thread, for tests. */
  threadEntry?: URL;
  /** Milliseconds since 1970. */
  clock?: () => number;
  /** Calls that one session may make at once, and how many more each second; the usual ones unless given. */
  rate?: { burst: number; perSecond: number };
  /** One line per event, never with personal data. */
  log?: (level: 'info' | 'warn' | 'error', message: string, detail?: Record<string, string | number | null>) => void;
}

/** The application, free of Electron: doors call it, and nothing else does. */
export interface Core {
  /** Answers a call. Large byte arrays of its input are handed over: they are empty afterwards. */
  call(request: CallRequest): Promise<Answer<unknown>>;
  /** Events for windows. Returns the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Recomputes the chain of the journal now. Throws what keeps it from being checked. */
  verifyJournal(): Promise<Output<'audit.verify'>>;
  close(): Promise<void>;
}
