import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { flag, record } from './columns.ts';
import { academicYear, org } from './school.ts';

/** A human being: student, guardian or member of staff. `sortKey` is the folded "family given", for Greek order by bytes. */
export const person = sqliteTable('person', {
  ...record(),
  familyEl: text().notNull(), givenEl: text().notNull(),
  familyLatin: text(), givenLatin: text(),
  fatherEl: text(), motherEl: text(), preferred: text(),
  birthDate: text(), sex: text({ enum: ['female', 'male', 'other'] }), nationalId: text(),
  sortKey: text().notNull(),
}, (t) => [index('person_sort').on(t.sortKey, t.id), index('person_birth').on(t.birthDate), index('person_latin').on(sql`"familyLatin" COLLATE NOCASE`)]);

export const student = sqliteTable('student', {
  ...record(),
  personId: text().notNull().references(() => person.id),
  studentNo: text().notNull(),
  archivedAt: integer(),
  /** The family does not want the student in lists that leave the school. */
  directoryOptOut: flag().notNull().default(false),
}, (t) => [
  uniqueIndex('student_person').on(t.personId),
  uniqueIndex('student_no').on(t.studentNo).where(sql`"deletedAt" IS NULL`),
]);

/**
 * One stay in one year; nothing yearly hangs on the student. Stays of a student never overlap.
 * `division` is the class division of today; `homeroom_membership` has it by date.
 */
export const enrolment = sqliteTable('enrolment', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  orgId: text().notNull().references(() => org.id),
  yearId: text().notNull().references(() => academicYear.id),
  level: text().notNull(),
  division: text(),
  entryDate: text().notNull(), entryCode: text(), previousSchool: text(),
  lastAttendedDate: text(), exitCode: text(), nextSchool: text(),
}, (t) => [
  index('enrolment_student').on(t.studentId, t.yearId, t.entryDate),
  index('enrolment_year').on(t.yearId, t.level, t.division, t.studentId),
]);

/** A class division (τμήμα) of a year as a place: its room, capacity and class teacher. */
export const homeroom = sqliteTable('homeroom', {
  ...record(),
  yearId: text().notNull().references(() => academicYear.id),
  level: text().notNull(), division: text().notNull(), room: text(), capacity: integer(), staffId: text(),
}, (t) => [index('homeroom_year').on(t.yearId, t.level, t.division), index('homeroom_staff').on(t.staffId)]);

/** In which division a student was, from when to when (both included; open when `endDate` is null). Ended, never deleted. */
export const homeroomMembership = sqliteTable('homeroom_membership', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  enrolmentId: text().notNull().references(() => enrolment.id),
  yearId: text().notNull().references(() => academicYear.id),
  level: text().notNull(), division: text().notNull(), startDate: text().notNull(), endDate: text(), reason: text(),
}, (t) => [index('homeroom_membership_student').on(t.studentId, t.startDate), index('homeroom_membership_year').on(t.yearId, t.level, t.division)]);

/** Why students come and go: what `entryCode` and `exitCode` of a stay may be. Data of the school, with the ministry's own code where it has one. */
export const enrolmentCode = sqliteTable('enrolment_code', {
  ...record(),
  kind: text({ enum: ['entry', 'exit'] }).notNull(), code: text().notNull(),
  labelEl: text().notNull(), labelEn: text().notNull(), officialCode: text(), position: integer().notNull().default(0), archivedAt: integer(),
}, (t) => [uniqueIndex('enrolment_code_code').on(t.kind, t.code)]);
