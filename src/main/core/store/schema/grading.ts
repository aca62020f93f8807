import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { student } from './people.ts';
import { academicYear, course, scale, section, term } from './school.ts';

/** How a grade is made of scores. For a section, else for its course, else (both null) for the school. A change after posting is a new version. */
export const gradingScheme = sqliteTable('grading_scheme', {
  ...record(),
  sectionId: text().references(() => section.id), courseId: text().references(() => course.id), version: integer().notNull(),
  /** What a missing piece of work counts as. */
  missingPolicy: text({ enum: ['zero', 'drop'] }).notNull(),
  /** Taken off at posting for each unexcused absence, in the scale's own units, and at most in all. Null: no penalty. */
  penaltyPerAbsence: real(), penaltyCap: real(),
}, (t) => [index('grading_scheme_section').on(t.sectionId), index('grading_scheme_course').on(t.courseId)]);

export const gradingCategory = sqliteTable('grading_category', {
  ...record(),
  schemeId: text().notNull().references(() => gradingScheme.id),
  nameEl: text().notNull(), nameEn: text().notNull(), weight: real().notNull(), dropLowest: integer().notNull(), position: integer().notNull(),
  /** The category of an earlier version, or of the scheme it was copied from, that this one carries on; assessments follow by it. Null: its own. */
  originId: text(),
}, (t) => [index('grading_category_scheme').on(t.schemeId, t.position)]);

export const assessment = sqliteTable('assessment', {
  ...record(),
  sectionId: text().notNull().references(() => section.id),
  termId: text().notNull().references(() => term.id),
  title: text().notNull(), maxScore: real().notNull(), weight: real().notNull(), dueDate: text().notNull(),
  /** Null: the only category of a scheme without any. */
  categoryId: text().references(() => gradingCategory.id), description: text(), publishedAt: integer(),
}, (t) => [index('assessment_section').on(t.sectionId, t.dueDate), index('assessment_category').on(t.categoryId)]);

/** What a student got for an assessment. No row: nothing was entered, which is not 0. */
export const score = sqliteTable('score', {
  ...record(),
  assessmentId: text().notNull().references(() => assessment.id),
  studentId: text().notNull().references(() => student.id),
  value: real(),
  state: text({ enum: ['scored', 'missing', 'exempt', 'excused', 'absent', 'incomplete', 'late'] }).notNull(),
  comment: text(), attempt: integer().notNull().default(1),
}, (t) => [uniqueIndex('score_assessment').on(t.assessmentId, t.studentId), index('score_student').on(t.studentId)]);

/**
 * A term's grade as it was given. Its values never change (a trigger refuses): a correction is a new row with a reason, to which
 * `replacedById` of the old one points. `inputs`: JSON of what it was computed from.
 */
export const postedGrade = sqliteTable('posted_grade', {
  ...record(),
  sectionId: text().notNull().references(() => section.id),
  termId: text().notNull().references(() => term.id),
  studentId: text().notNull().references(() => student.id),
  scaleId: text().notNull().references(() => scale.id),
  value: real().notNull(),
  computed: real(), penalty: real(), isOverride: flag(), reason: text(), schemeId: text().references(() => gradingScheme.id), schemeVersion: integer(), inputs: text(),
  replacedById: text(),
}, (t) => [
  index('posted_grade_term').on(t.termId, t.scaleId, t.value, t.studentId).where(sql`"deletedAt" IS NULL AND "replacedById" IS NULL`),
  index('posted_grade_student').on(t.studentId, t.termId), index('posted_grade_section').on(t.sectionId, t.termId),
  index('posted_grade_scheme').on(t.schemeId).where(sql`"schemeId" IS NOT NULL`),
]);

/** One line of a transcript as it stood when it was written: it does not change when courses or scales do. */
export const transcriptLine = sqliteTable('transcript_line', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  yearId: text().references(() => academicYear.id), yearLabel: text().notNull(), termLabelEl: text(), termLabelEn: text(), level: text(),
  /** The course that the line was written for; no reference, since a line outlives it. */
  courseId: text(), courseCode: text(), titleEl: text().notNull(), titleEn: text().notNull(),
  credits: real(), ects: real(), hours: real(), value: real(), gradeEl: text().notNull(), gradeEn: text().notNull(), gradePoints: real(),
  passed: flag(), scaleId: text().references(() => scale.id),
  /** Transferred work: done at another school. */
  isExternal: flag().notNull(), schoolName: text(),
}, (t) => [
  index('transcript_student').on(t.studentId, t.yearLabel),
  uniqueIndex('transcript_written').on(t.studentId, t.yearId, t.courseId).where(sql`"deletedAt" IS NULL AND "courseId" IS NOT NULL`),
]);

/** How many marks of a term have each value, kept by triggers: a school's distribution is then a few hundred rows, not half a million. */
export const markCount = sqliteTable('mark_count', {
  termId: text().notNull(), scaleId: text().notNull(), value: real().notNull(), marks: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.termId, t.scaleId, t.value] })]);
