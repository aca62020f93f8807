import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { record } from './columns.ts';
import { person, student } from './people.ts';
import { org, section } from './school.ts';

export const staff = sqliteTable('staff', {
  ...record(),
  personId: text().notNull().references(() => person.id),
  userId: text(), departmentId: text().references(() => org.id), code: text(), archivedAt: integer(),
}, (t) => [uniqueIndex('staff_person').on(t.personId), index('staff_user').on(t.userId)]);

export const staffAssignment = sqliteTable('staff_assignment', {
  ...record(),
  staffId: text().notNull().references(() => staff.id),
  departmentId: text().notNull().references(() => org.id),
  role: text({ enum: ['head', 'teacher', 'office', 'other'] }).notNull(), startDate: text().notNull(), endDate: text(),
}, (t) => [index('staff_assignment_staff').on(t.staffId), index('staff_assignment_department').on(t.departmentId)]);

export const sectionStaff = sqliteTable('section_staff', {
  ...record(),
  sectionId: text().notNull().references(() => section.id),
  staffId: text().notNull().references(() => staff.id),
  role: text().notNull(), startDate: text().notNull(), endDate: text(),
}, (t) => [index('section_staff_staff').on(t.staffId), index('section_staff_section').on(t.sectionId)]);

/** A student's place in a section: dated (both days included), ended, never deleted. */
export const sectionEnrolment = sqliteTable('section_enrolment', {
  ...record(),
  sectionId: text().notNull().references(() => section.id),
  studentId: text().notNull().references(() => student.id),
  startDate: text().notNull(), endDate: text(), reason: text(),
}, (t) => [index('section_enrolment_section').on(t.sectionId, t.studentId), index('section_enrolment_student').on(t.studentId, t.sectionId)]);

/**
 * Whose students a department's are: one row for each year in which a student has or had a place in a section of a course of the department,
 * with the last day of it (`9999-12-31` while it is open). Kept by triggers, so that who is within a department's scope is one look-up.
 */
export const departmentStudent = sqliteTable('department_student', {
  studentId: text().notNull(), departmentId: text().notNull(), yearId: text().notNull(), lastDay: text().notNull(),
}, (t) => [primaryKey({ columns: [t.studentId, t.departmentId, t.yearId] })]);
