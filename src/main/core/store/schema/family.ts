import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { storedFile } from './office.ts';
import { person, student } from './people.ts';

export const guardianLink = sqliteTable('guardian_link', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  personId: text().notNull().references(() => person.id),
  relation: text().notNull(), priority: integer().notNull(),
  custody: flag().notNull(), mayPickUp: flag().notNull(), noContact: flag().notNull(), receivesReports: flag().notNull(),
  /** What the no-contact order says, and until when: who looks after the door needs it. */
  noContactNote: text(), noContactUntil: text(),
}, (t) => [index('guardian_student').on(t.studentId, t.priority), index('guardian_person').on(t.personId)]);

/** People who live together: siblings share the address and its changes. */
export const household = sqliteTable('household', {
  ...record(),
  address: text(), postalCode: text(), city: text(), phone: text(),
});

export const householdMember = sqliteTable('household_member', {
  ...record(),
  householdId: text().notNull().references(() => household.id),
  personId: text().notNull().references(() => person.id),
  startDate: text().notNull(), endDate: text(),
}, (t) => [index('household_member_household').on(t.householdId), index('household_member_person').on(t.personId, t.startDate)]);

/**
 * An e-mail, telephone, mobile or postal address of a person. The present one has no `endDate`; an earlier one ended on that day
 * and stays, so whoever reads contacts to use them asks for `endDate IS NULL`.
 */
export const contactPoint = sqliteTable('contact_point', {
  ...record(),
  personId: text().notNull().references(() => person.id),
  kind: text({ enum: ['email', 'phone', 'mobile', 'address'] }).notNull(),
  value: text().notNull(), startDate: text(), endDate: text(),
}, (t) => [
  index('contact_person').on(t.personId, t.kind),
  index('contact_address').on(t.value).where(sql`"kind" = 'address' AND "deletedAt" IS NULL AND "endDate" IS NULL`),
]);

export const note = sqliteTable('note', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  text: text().notNull(),
}, (t) => [index('note_student').on(t.studentId, t.createdAt)]);

/** What the school must know of a student's health. Field class health. */
export const healthAlert = sqliteTable('health_alert', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  kind: text({ enum: ['allergy', 'condition', 'medication', 'diet', 'other'] }).notNull(),
  severity: text({ enum: ['information', 'attention', 'emergency'] }).notNull(),
  title: text().notNull(), instructions: text(), startDate: text().notNull(), endDate: text(),
}, (t) => [index('health_alert_student').on(t.studentId)]);

/** What a guardian has allowed or refused, when, and until when. */
export const consent = sqliteTable('consent', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  purpose: text({ enum: ['photographs', 'excursions', 'dataSharing', 'medicalCare', 'internet', 'other'] }).notNull(),
  given: flag().notNull(), date: text().notNull(), validUntil: text(), guardianLinkId: text().references(() => guardianLink.id), note: text(),
}, (t) => [index('consent_student').on(t.studentId, t.purpose), index('consent_guardian').on(t.guardianLinkId).where(sql`"guardianLinkId" IS NOT NULL`)]);

/** A file kept with a student. `fieldClass` says who may see it. */
export const attachment = sqliteTable('attachment', {
  ...record(),
  studentId: text().notNull().references(() => student.id),
  fileId: text().notNull().references(() => storedFile.id),
  title: text().notNull(), fieldClass: text({ enum: ['ordinary', 'contact', 'health', 'safeguarding', 'finance'] }).notNull(), note: text(),
}, (t) => [index('attachment_student').on(t.studentId), index('attachment_file').on(t.fileId)]);

/** A field that the school has defined for its students. `options`: JSON array of `{value, labelEl, labelEn}` of a choice. */
export const customField = sqliteTable('custom_field', {
  ...record(),
  labelEl: text().notNull(), labelEn: text().notNull(), type: text({ enum: ['text', 'number', 'date', 'choice', 'flag'] }).notNull(),
  options: text(), required: flag().notNull(), fieldClass: text({ enum: ['ordinary', 'contact', 'health', 'safeguarding', 'finance'] }).notNull(),
  position: integer().notNull(), archivedAt: integer(),
});

export const customValue = sqliteTable('custom_value', {
  ...record(),
  fieldId: text().notNull().references(() => customField.id),
  studentId: text().notNull().references(() => student.id),
  value: text().notNull(),
}, (t) => [index('custom_value_student').on(t.studentId, t.fieldId), index('custom_value_field').on(t.fieldId, t.value)]);

/** Two people whom somebody has looked at and found to be two. `personA` sorts before `personB`. */
export const notDuplicate = sqliteTable('not_duplicate', {
  ...record(),
  personA: text().notNull().references(() => person.id), personB: text().notNull().references(() => person.id),
}, (t) => [index('not_duplicate_pair').on(t.personA, t.personB)]);

/** Pairs that the last search for duplicates found; derived, so the journal leaves them alone. `reasons`: JSON array. */
export const duplicatePair = sqliteTable('duplicate_pair', {
  personA: text().notNull(), personB: text().notNull(), kind: text({ enum: ['student', 'guardian'] }).notNull(),
  score: integer().notNull(), reasons: text().notNull(), foundAt: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.personA, t.personB] }), index('duplicate_pair_score').on(t.score)]);
