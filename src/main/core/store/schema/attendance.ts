import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { attachment, guardianLink } from './family.ts';
import { student } from './people.ts';
import { academicYear, section } from './school.ts';

export const attendanceCode = sqliteTable('attendance_code', {
  ...record(),
  code: text().notNull(), labelEl: text().notNull(), labelEn: text().notNull(),
  presence: text({ enum: ['present', 'absent', 'partial', 'notExpected'] }).notNull(),
  excused: flag().notNull(), tardy: flag().notNull(), fraction: real().notNull(), countsMembership: flag().notNull(), penalises: flag().notNull(),
  teacherMayUse: flag().notNull(),
  officialCode: text(), position: integer().notNull().default(0), archivedAt: integer(),
}, (t) => [uniqueIndex('attendance_code_code').on(t.code)]);

/** Who was where: the teacher's and the office's mark are both kept, the office's wins. Without section and period: the whole day. */
export const attendanceMark = sqliteTable('attendance_mark', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  date: text().notNull(),
  sectionId: text().references(() => section.id), period: integer(),
  codeId: text().notNull().references(() => attendanceCode.id),
  source: text({ enum: ['teacher', 'office'] }).notNull(),
  /** Minutes late, or missed. `attachmentId`: the paper that excuses it. */
  minutes: integer(), note: text(), attachmentId: text().references(() => attachment.id),
}, (t) => [
  index('attendance_day').on(t.date, t.codeId, t.studentId).where(sql`"deletedAt" IS NULL`), index('attendance_student').on(t.studentId, t.date),
  index('attendance_section').on(t.sectionId, t.date), index('attendance_attachment').on(t.attachmentId).where(sql`"attachmentId" IS NOT NULL`),
  // One mark of each source for a day or an hour, removed ones included: what is marked again is the same record, so that undo finds it.
  uniqueIndex('attendance_mark_day').on(t.studentId, t.date, t.source).where(sql`"sectionId" IS NULL`),
  uniqueIndex('attendance_mark_hour').on(t.studentId, t.date, t.sectionId, t.period, t.source).where(sql`"sectionId" IS NOT NULL`),
]);

/**
 * That attendance was taken, of a class division for a day or of a section in a period: without it nobody counts as present.
 * `expected` students were due.
 */
export const attendanceSubmission = sqliteTable('attendance_submission', {
  ...record(),
  yearId: text().notNull().references(() => academicYear.id),
  level: text().notNull(), division: text(), date: text().notNull(), expected: integer().notNull(),
  sectionId: text().references(() => section.id), period: integer(),
}, (t) => [
  uniqueIndex('attendance_submission_day').on(t.date, t.level, t.division).where(sql`"sectionId" IS NULL`),
  uniqueIndex('attendance_submission_section').on(t.sectionId, t.date, t.period).where(sql`"sectionId" IS NOT NULL`),
]);

/** How many hours of absence a year allows. A dated rule of the ministry, which the school can change. Only `active` ones are applied. */
export const attendanceLimit = sqliteTable('attendance_limit', {
  ...record(),
  nameEl: text().notNull(), nameEn: text().notNull(), level: text(), hours: real().notNull(),
  counts: text({ enum: ['all', 'unexcused'] }).notNull(), validFrom: text().notNull(), validTo: text(),
  active: flag().notNull().default(true),
});

/** A call home about an absence, and what came of it. */
export const contactLog = sqliteTable('contact_log', {
  ...record(),
  studentId: text().notNull().references(() => student.id), date: text().notNull(),
  guardianLinkId: text().references(() => guardianLink.id),
  outcome: text({ enum: ['reached', 'noAnswer', 'message', 'wrongNumber'] }).notNull(), note: text(),
}, (t) => [index('contact_log_day').on(t.date, t.studentId), index('contact_log_student').on(t.studentId, t.date),
  index('contact_log_guardian').on(t.guardianLinkId).where(sql`"guardianLinkId" IS NOT NULL`)]);

/** How many students have each code for a whole day, kept by triggers. The mark in force counts: the office's where there is one. */
export const attendanceCount = sqliteTable('attendance_count', {
  date: text().notNull(), codeId: text().notNull(), marks: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.date, t.codeId] })]);

/** The same for single hours: how many lessons of a day have each code, over all students. */
export const attendanceHourCount = sqliteTable('attendance_hour_count', {
  date: text().notNull(), codeId: text().notNull(), marks: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.date, t.codeId] })]);
