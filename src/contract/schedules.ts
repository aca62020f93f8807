import { z } from 'zod';
import { readCron } from './cron.ts';
import { command, everyDoor, query } from './define.ts';
import { errorCodes } from './errors.ts';
import { id, instant, language, nothing, optionalText, page, paging, rev, text } from './fields.ts';
import { work } from './schedulable.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeForm');

/** When something is done, in the time of a time zone. */
const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), at: time }),
  /** 1 is Monday, 7 Sunday. */
  z.object({ kind: z.literal('weekly'), days: z.array(z.number().int().min(1).max(7)).min(1, 'chooseDay'), at: time }),
  /** A day that a month does not have is its last. */
  z.object({ kind: z.literal('monthly'), day: z.number().int().min(1).max(31), at: time }),
  z.object({ kind: z.literal('cron'), expression: z.string().trim().max(100).refine((value) => readCron(value) !== null, 'cronForm') }),
]);
export type When = z.infer<typeof when>;

/** True for a time zone that this computer knows by its IANA name. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const timeZone = z.string().max(60).refine(isTimeZone, 'timeZoneForm');

const address = z.email('emailForm').max(200);
/** Where the file goes: into a folder that is there already, or to people by e-mail. */
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), folder: text(500).refine((value) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(value), 'folderForm') }),
  z.object({ kind: z.literal('mail'), recipients: z.array(address).min(1, 'required').max(20) }),
]);
export type Target = z.infer<typeof target>;

/** How many of its own files a schedule leaves in the folder: all, the newest, or those of the last days. */
const keep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('count'), count: z.number().int().min(1, 'keepForm').max(1000, 'keepForm') }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1, 'keepForm').max(3650, 'keepForm') }),
]);
export type Keep = z.infer<typeof keep>;

const details = z.object({
  name: text(100), work, when, timeZone, target, keep, language,
  /** Whether the file is packed into a ZIP that only opens with a password (AES-256). */
  encrypt: z.boolean(),
  /** As whom it runs: with what that account may do and see at that time. */
  runAs: id,
  active: z.boolean(),
  /** Who is told by e-mail when a run fails; the program itself always says so. */
  notify: z.union([z.literal('').transform(() => null), address]).nullable(),
});
export type ScheduleDetails = z.infer<typeof details>;

export const runStates = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
const failure = z.object({ code: z.enum(errorCodes), messageKey: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
const run = z.object({
  id, startedAt: instant, endedAt: instant.nullable(), state: z.enum(runStates),
  /** Who pressed the button; null where the time had come. */
  by: z.string().nullable(),
  rows: z.number().int().nullable(), fileName: z.string().nullable(),
  /** When the file was deleted again because newer ones had come. */
  removedAt: instant.nullable(),
  failure: failure.nullable(),
});
export type ScheduleRun = z.infer<typeof run>;

const row = z.object({
  id, rev, ...details.shape, runAsName: z.string(), owner: z.string().nullable(),
  hasPassword: z.boolean(),
  /** When it runs next; in the past when that was missed and is about to be made up for. Null while it is paused. */
  nextAt: instant.nullable(), lastRun: run.nullable(),
});
export type Schedule = z.infer<typeof row>;

/** How the office sends e-mail. `none` is for a server in the same house only, and sends no password. */
const mailServer = z.object({
  host: z.string().trim().min(1, 'required').max(200).regex(/^[\w.:-]+$/, 'hostForm'), port: z.number().int().min(1, 'portForm').max(65535, 'portForm'),
  security: z.enum(['tls', 'starttls', 'none']), user: optionalText(200), from: address,
  /** The certificate (PEM) of a server that signs its own. */
  certificate: optionalText(20_000),
}).refine(({ security, user }) => security !== 'none' || user === null, { path: ['user'], error: 'passwordNeedsEncryption' });
export type MailServer = z.infer<typeof mailServer>;

const look = { permission: 'schedules:view', scope: 'school', doors: everyDoor } as const;
/* A new password; null leaves the one that is kept. Nobody is ever told it. */
const serverPassword = z.string().min(1, 'required').max(200).nullable().default(null);
/** Programs that open a ZIP do not agree on how other letters are written. */
const filePassword = z.string().min(10, 'passwordTooShort').max(200).regex(/^[\x20-\x7e]*$/, 'passwordLatin').nullable().default(null);

export const scheduleProcedures = {
  'schedules.list': query({ ...look, input: nothing, output: z.object({ schedules: z.array(row), timeZone: z.string(), hasMail: z.boolean() }) }),
  'schedules.get': query({ ...look, input: z.object({ id }), output: row }),
  /** You may name yourself as the one whom it runs as; others only with `users:administer`. */
  'schedules.save': command({
    permission: 'schedules:edit', creates: 'schedules:create', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), schedule: details, password: filePassword }), output: z.object({ id, rev }),
  }),
  'schedules.remove': command({ permission: 'schedules:delete', scope: 'school', doors: everyDoor, undoable: true, input: z.object({ id, rev }), output: nothing }),
  /** Does it now. What goes wrong is the answer's `failure`, since the run is written down all the same. */
  'schedules.runNow': command({
    permission: 'schedules:run', scope: 'school', doors: everyDoor, lane: 'work', job: true, audited: 'bulk', input: z.object({ id }), output: run,
  }),
  /** The runs of a schedule, latest first. */
  'schedules.runs': query({ ...look, input: z.object({ id, ...paging }), output: page(run) }),

  'mailServer.get': query({
    permission: 'settings:view', scope: 'school', doors: everyDoor, input: nothing,
    /** `rev` null: never set. */
    output: z.object({ server: mailServer.nullable(), rev: rev.nullable(), hasPassword: z.boolean() }),
  }),
  'mailServer.save': command({
    permission: 'settings:edit', scope: 'school', doors: everyDoor, sensitive: true,
    input: z.object({ rev: rev.nullable(), server: mailServer, password: serverPassword }), output: z.object({ rev }),
  }),
  /** Sends one message through the saved server. */
  'mailServer.test': command({
    permission: 'settings:edit', scope: 'school', doors: everyDoor, lane: 'work', job: true, input: z.object({ to: address, language }), output: nothing,
  }),
};
