import type { Failure } from '#contract/errors.ts';
import type { SchoolDraft } from '#contract/setup.ts';
import type { Place } from '../kernel/context.ts';
import type { CallRequest } from '../kernel/core.ts';
import type { Outcome } from '../kernel/pipeline.ts';
import type { JobRecord, LiveJob } from '../jobs/index.ts';
import type { AuditNote } from '../journal/index.ts';

/** What the main process has done in a thread besides calls from doors. */
export type Task =
  /** Opens the thread's connection; `prepare` migrates and tidies first, once, in the writer. */
  | { type: 'open'; place: Place; prepare: boolean }
  | { type: 'createSchool'; school: SchoolDraft }
  | { type: 'demonstration' }
  | { type: 'saveJob'; job: JobRecord }
  | { type: 'audit'; note: AuditNote }
  | { type: 'newDay' }
  | { type: 'close' }
  | { type: 'stageRestore'; dataFolder: string; migrations: string; backup: Uint8Array; recoveryCode: string };

export type ToThread =
  | { id: number; kind: 'call'; request: CallRequest; liveJobs: readonly LiveJob[]; cancel: SharedArrayBuffer }
  | { id: number; kind: 'task'; task: Task };

export type FromThread =
  | { id: number; kind: 'accepted'; userId: string }
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'outcome'; outcome: Outcome }
  | { id: number; kind: 'done'; value: unknown }
  | { id: number; kind: 'failed'; failure: Failure }
  | { id: 0; kind: 'log'; level: 'info' | 'warn' | 'error'; message: string; detail: Record<string, string | number | null> };
