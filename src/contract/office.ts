import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, nothing, optionalText, rev, text } from './fields.ts';

const schoolSettings = z.object({
  nameEl: text(), nameEn: text(),
  /** `HH:MM`, local time. */
  backupAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeForm'),
  backupFolder: optionalText(500),
  backupKeep: z.number().int().min(1).max(365),
});
export type SchoolSettings = z.infer<typeof schoolSettings>;

const job = z.object({
  id, procedure: z.string(), state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  /** Work done and in all, in the job's own units; `total` 0: not known yet. */
  done: z.number(), total: z.number(),
  result: z.unknown(), error: z.object({ code: z.string(), messageKey: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).nullable(),
  startedAt: instant, endedAt: instant.nullable(),
  /** The record that a running job is about, by which a screen finds it again; null once it has ended. */
  subject: id.nullable(),
});
export type Job = z.infer<typeof job>;

const task = z.object({
  kind: z.enum(['journalBroken', 'recoveryCode', 'emptySchool', 'importWaiting', 'importFailed', 'noBackup', 'notPlaced', 'attendanceNotTaken', 'incidentsOverdue', 'reviewsDue', 'schedulesFailing']),
  count: z.number().int(), recordId: z.string().nullable(),
});

export const officeProcedures = {
  'settings.get': query({
    permission: 'settings:view', scope: 'school', doors: everyDoor, input: nothing,
    output: z.object({ settings: schoolSettings, rev, dataFolder: z.string(), keyHolder: z.string(), version: z.string() }),
  }),
  'settings.update': command({
    permission: 'settings:edit', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ rev, settings: schoolSettings }), output: z.object({ rev }),
  }),
  'jobs.get': query({ permission: 'signedIn', scope: 'own', doors: everyDoor, input: z.object({ id }), output: job }),
  'jobs.list': query({ permission: 'signedIn', scope: 'own', doors: everyDoor, input: nothing, output: z.object({ jobs: z.array(job) }) }),
  /** A query, because it changes no record and must be heard while an import holds the database. */
  'jobs.cancel': query({ permission: 'signedIn', scope: 'own', doors: everyDoor, input: z.object({ id }), output: nothing }),
  'home.overview': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({
      today: isoDate, isSchoolDay: z.boolean(), termEl: z.string().nullable(), termEn: z.string().nullable(),
      enrolled: z.number().int(), left: z.number().int(),
      absentToday: z.number().int().nullable(),
      tasks: z.array(task),
    }),
  }),
  'insight.enrolmentByLevel': query({
    permission: 'insight:view', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({ levels: z.array(z.object({ level: z.string(), students: z.number().int() })) }),
  }),
  'insight.marksByBand': query({
    permission: 'insight:view', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({
      yearLabel: z.string().nullable(), termEl: z.string().nullable(), termEn: z.string().nullable(),
      bands: z.array(z.object({ id, labelEl: z.string(), labelEn: z.string(), marks: z.number().int(), passes: z.boolean() })),
    }),
  }),
  /** Attendance rate of each week: present value / membership; weeks in which nothing was taken are left out. */
  'insight.attendanceByWeek': query({
    permission: 'insight:view', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({ weeks: z.array(z.object({ monday: isoDate, rate: z.number(), absences: z.number().int() })) }),
  }),
};
