import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { student } from './people.ts';

/** Something of students' records that was told to somebody outside the school: what, to whom, why, on what ground. */
export const disclosure = sqliteTable('disclosure', {
  ...record(),
  date: text().notNull(), recipient: text().notNull(), purpose: text().notNull(),
  basis: text({ enum: ['consent', 'law', 'court', 'emergency', 'school', 'directory'] }).notNull(),
  content: text().notNull(), note: text(),
  /** The export or print by which it was told, where it was by one. */
  fileId: text(),
}, (t) => [index('disclosure_date').on(t.date)]);

export const disclosureStudent = sqliteTable('disclosure_student', {
  ...record(),
  disclosureId: text().notNull().references(() => disclosure.id), studentId: text().notNull().references(() => student.id),
}, (t) => [index('disclosure_student_student').on(t.studentId), index('disclosure_student_disclosure').on(t.disclosureId)]);

/** Until it ends, nothing of the student is removed, whatever the rules of retention say. */
export const legalHold = sqliteTable('legal_hold', {
  ...record(),
  studentId: text().notNull().references(() => student.id), reason: text().notNull(), startDate: text().notNull(), endDate: text(),
}, (t) => [index('legal_hold_student').on(t.studentId)]);

/** How many years after leaving a kind of record is kept. */
export const retentionRule = sqliteTable('retention_rule', {
  ...record(),
  kind: text({ enum: ['contacts', 'guardians', 'notes', 'health', 'consents', 'attachments', 'customValues', 'attendance', 'conduct', 'scores'] }).notNull(),
  years: integer().notNull(), active: flag().notNull(),
});

/** That something was erased, why, and how many rows of which kind; never what it said. `counts`: JSON object. */
export const erasure = sqliteTable('erasure', {
  ...record(),
  studentId: text().notNull(), kind: text({ enum: ['request', 'retention'] }).notNull(), reason: text(), counts: text().notNull(),
}, (t) => [index('erasure_student').on(t.studentId)]);
