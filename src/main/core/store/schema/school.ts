import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';

export const org = sqliteTable('org', {
  ...record(),
  parentId: text(), type: text({ enum: ['school', 'department', 'district'] }).notNull(),
  nameEl: text().notNull(), nameEn: text().notNull(), code: text(),
});

export const academicYear = sqliteTable('academic_year', {
  ...record(),
  label: text().notNull(), startDate: text().notNull(), endDate: text().notNull(),
  status: text({ enum: ['planned', 'open', 'closed'] }).notNull(),
}, (t) => [uniqueIndex('year_label').on(t.label)]);

/**
 * A stretch of a year. Terms nest: the year's own term (`type` year) may hold semesters, and those grading periods and exams.
 * `weight` is its share in the grade of its parent. Marks are posted from `postingOpens` to `postingCloses`, both included, and never once locked.
 */
export const term = sqliteTable('term', {
  ...record(),
  yearId: text().notNull().references(() => academicYear.id), parentId: text(),
  type: text({ enum: ['year', 'semester', 'term', 'gradingPeriod', 'exam'] }).notNull(),
  nameEl: text().notNull(), nameEn: text().notNull(),
  startDate: text().notNull(), endDate: text().notNull(), lockedAt: integer(),
  postingOpens: text(), postingCloses: text(), weight: real().notNull().default(1),
}, (t) => [index('term_year').on(t.yearId, t.startDate)]);

/** A day that is not what its weekday says: a holiday, a Saturday with lessons, a short day of `minutes`. */
export const calendarDay = sqliteTable('calendar_day', {
  ...record(),
  orgId: text().notNull().references(() => org.id), date: text().notNull(),
  isSchoolDay: flag().notNull(), minutes: integer(), labelEl: text(), labelEn: text(),
}, (t) => [index('calendar_day_date').on(t.date)]);

/** A lesson hour of the school's day, by number. */
export const bellPeriod = sqliteTable('bell_period', {
  ...record(),
  number: integer().notNull(), startTime: text().notNull(), endTime: text().notNull(),
}, (t) => [index('bell_period_number').on(t.number)]);

export const course = sqliteTable('course', {
  ...record(),
  code: text().notNull(), nameEl: text().notNull(), nameEn: text().notNull(),
  departmentId: text().references(() => org.id), credits: real(), weeklyHours: integer(),
  ects: real(), level: text(), scaleId: text().references(() => scale.id), archivedAt: integer(),
}, (t) => [uniqueIndex('course_code').on(t.code)]);

/**
 * A way of writing grades, with the dates for which it holds. Once grades stand in it its meaning stays: a change is a new scale,
 * to which `replacedById` of the old one points.
 */
export const scale = sqliteTable('scale', {
  ...record(),
  nameEl: text().notNull(), nameEn: text().notNull(),
  kind: text({ enum: ['percent', 'letter', 'gpa', 'ects', 'greek20', 'greek10'] }).notNull(),
  min: real().notNull(), max: real().notNull(), step: real().notNull(), passMark: real().notNull(),
  validFrom: text(), validTo: text(), replacedById: text(),
});

/** A named stretch of a scale, from `threshold` up to the next band's. */
export const scaleBand = sqliteTable('scale_band', {
  ...record(),
  scaleId: text().notNull().references(() => scale.id),
  labelEl: text().notNull(), labelEn: text().notNull(), threshold: real().notNull(), gradePoints: real(),
}, (t) => [index('band_scale').on(t.scaleId, t.threshold)]);

/** A course taught to a group of students in one year. */
export const section = sqliteTable('section', {
  ...record(),
  courseId: text().notNull().references(() => course.id),
  yearId: text().notNull().references(() => academicYear.id),
  code: text().notNull(), level: text(), division: text(), room: text(), capacity: integer(),
}, (t) => [index('section_course').on(t.courseId, t.yearId), index('section_year').on(t.yearId, t.level, t.division)]);

/** A term in which a section is taught. A section without any is taught all year. */
export const sectionTerm = sqliteTable('section_term', {
  ...record(),
  sectionId: text().notNull().references(() => section.id), termId: text().notNull().references(() => term.id),
}, (t) => [index('section_term_section').on(t.sectionId)]);

/** A weekly lesson: `weekday` 1 is Monday; times are `HH:MM`. `room` null: the section's own. */
export const meeting = sqliteTable('meeting', {
  ...record(),
  sectionId: text().notNull().references(() => section.id),
  weekday: integer().notNull(), period: integer(), startTime: text().notNull(), endTime: text().notNull(), room: text(),
}, (t) => [index('meeting_section').on(t.sectionId, t.weekday), index('meeting_weekday').on(t.weekday, t.startTime)]);

/** A school fact by name; `value` is JSON. */
export const setting = sqliteTable('setting', { ...record(), value: text().notNull() });
