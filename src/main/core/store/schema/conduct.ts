import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { student } from './people.ts';
import { section } from './school.ts';

/** What daily performance is given in: participation, homework, behaviour; from `min` to `max`. */
export const performanceCategory = sqliteTable('performance_category', {
  ...record(),
  nameEl: text().notNull(), nameEn: text().notNull(), min: real().notNull(), max: real().notNull(), position: integer().notNull(), archivedAt: integer(),
});

export const dailyPerformance = sqliteTable('daily_performance', {
  ...record(),
  studentId: text().notNull().references(() => student.id), sectionId: text().references(() => section.id), date: text().notNull(),
  categoryId: text().notNull().references(() => performanceCategory.id), score: real().notNull(), note: text(),
}, (t) => [index('daily_performance_student').on(t.studentId, t.date), index('daily_performance_section').on(t.sectionId, t.date)]);

/** Something good that is worth remembering. */
export const highlight = sqliteTable('highlight', {
  ...record(),
  studentId: text().notNull().references(() => student.id), date: text().notNull(),
  kind: text({ enum: ['achievement', 'kindness', 'effort', 'award', 'other'] }).notNull(), text: text().notNull(), sectionId: text().references(() => section.id),
}, (t) => [index('highlight_student').on(t.studentId, t.date), index('highlight_date').on(t.date)]);

/** Something that happened. Those involved are `incident_student`. */
export const incident = sqliteTable('incident', {
  ...record(),
  date: text().notNull(), time: text(), place: text(),
  kind: text({ enum: ['behaviour', 'bullying', 'damage', 'accident', 'absence', 'other'] }).notNull(),
  severity: integer().notNull(), description: text().notNull(), action: text(),
  status: text({ enum: ['open', 'followUp', 'closed'] }).notNull(), isSafeguarding: flag().notNull(),
  /** The day on which it was closed; null while it is not. */
  closedOn: text(),
}, (t) => [index('incident_date').on(t.date), index('incident_status').on(t.status, t.date)]);

export const incidentStudent = sqliteTable('incident_student', {
  ...record(),
  incidentId: text().notNull().references(() => incident.id), studentId: text().notNull().references(() => student.id),
  role: text({ enum: ['involved', 'responsible', 'affected', 'witness'] }).notNull(),
}, (t) => [index('incident_student_incident').on(t.incidentId), index('incident_student_student').on(t.studentId)]);

/** What is being done for a student: a plan with a goal and a day to look at it again. */
export const intervention = sqliteTable('intervention', {
  ...record(),
  studentId: text().notNull().references(() => student.id), incidentId: text().references(() => incident.id),
  kind: text({ enum: ['support', 'meeting', 'counselling', 'plan', 'sanction', 'other'] }).notNull(),
  goal: text().notNull(), startDate: text().notNull(), reviewDate: text(), endDate: text(), outcome: text(), ownerId: text(),
}, (t) => [index('intervention_student').on(t.studentId, t.startDate), index('intervention_review').on(t.reviewDate), index('intervention_incident').on(t.incidentId)]);

/** A step in the follow-up of an incident or an intervention. */
export const followUp = sqliteTable('follow_up', {
  ...record(),
  interventionId: text().references(() => intervention.id), incidentId: text().references(() => incident.id),
  date: text().notNull(), text: text().notNull(),
}, (t) => [index('follow_up_intervention').on(t.interventionId), index('follow_up_incident').on(t.incidentId)]);
