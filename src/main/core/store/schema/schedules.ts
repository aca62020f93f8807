import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './access.ts';
import { flag, record } from './columns.ts';

/** An export that runs by itself. `input`, `timing`, `target`, `keep`: JSON of the contract's forms. */
export const schedule = sqliteTable('schedule', {
  ...record(),
  name: text().notNull(), procedure: text().notNull(), input: text().notNull(), timing: text().notNull(), timeZone: text().notNull(),
  target: text().notNull(), keep: text().notNull(), language: text({ enum: ['el', 'en'] }).notNull(),
  encrypt: flag().notNull(), runAs: text().notNull().references(() => user.id), active: flag().notNull(), notify: text(),
}, (t) => [index('schedule_run_as').on(t.runAs)]);

/* Below: tables that the journal does not follow. */

/** One run of a schedule, and the file that it left: only such files are ever deleted again. */
export const scheduleRun = sqliteTable('schedule_run', {
  id: text().primaryKey(), scheduleId: text().notNull(), startedAt: integer().notNull(), endedAt: integer(), state: text().notNull(),
  /** Who pressed the button; null where the time had come. */
  byUserId: text(),
  rows: integer(), folder: text(), fileName: text(), size: integer(), removedAt: integer(),
  /** JSON of what went wrong: a code and the key of a message, never data. */
  failure: text(),
}, (t) => [index('schedule_run_of').on(t.scheduleId, t.startedAt)]);

/** Passwords that the program itself has to give: of the mail server, of encrypted files. They are in no before-image, answer or log. */
export const keptSecret = sqliteTable('kept_secret', { id: text().primaryKey(), value: text().notNull() });
