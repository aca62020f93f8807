import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { record } from './columns.ts';
import { storedFile } from './office.ts';
import { student } from './people.ts';
import { academicYear, term } from './school.ts';

/** How the school wants a kind of document: titles, texts and who signs, JSON of the contract's template settings. */
export const documentTemplate = sqliteTable('document_template', {
  ...record(),
  kind: text().notNull(), settings: text().notNull(),
}, (t) => [uniqueIndex('document_template_kind').on(t.kind)]);

/** A document that was given out. It is never changed: voided or issued anew with a reason. `payload` is what its code says, signed. */
export const issuedDocument = sqliteTable('issued_document', {
  ...record(),
  serial: text().notNull(), kind: text().notNull(), studentId: text().references(() => student.id),
  yearId: text().references(() => academicYear.id), termId: text().references(() => term.id),
  language: text({ enum: ['el', 'en'] }).notNull(), issuedOn: text().notNull(),
  fileId: text().references(() => storedFile.id), batchId: text(), payload: text().notNull(),
  /** Its pages within the file, which a batch shares: the first (from 0), and how many. */
  firstPage: integer().notNull().default(0), pages: integer().notNull().default(1),
  status: text({ enum: ['issued', 'void', 'replaced'] }).notNull(), reason: text(), replacedById: text(),
  /** The number within the year, from which the next one is counted on. */
  number: integer().notNull(), series: text().notNull(),
}, (t) => [
  uniqueIndex('issued_document_serial').on(t.serial), uniqueIndex('issued_document_number').on(t.series, t.number),
  index('issued_document_student').on(t.studentId, t.issuedOn), index('issued_document_batch').on(t.batchId), index('issued_document_file').on(t.fileId),
  index('issued_document_register').on(t.kind, t.status, t.series, t.number, t.studentId).where(sql`"deletedAt" IS NULL`),
]);

/** A rollover that was carried out. */
export const rolloverRun = sqliteTable('rollover_run', {
  ...record(),
  fromYearId: text().notNull().references(() => academicYear.id), toYearId: text().notNull().references(() => academicYear.id),
  /** JSON of the rules it ran by, and of how many students had which outcome. */
  rules: text().notNull(), counts: text().notNull(),
});

/** What the registrar decided for a student at the end of a year, against or beside the rules. */
export const rolloverOverride = sqliteTable('rollover_override', {
  ...record(),
  yearId: text().notNull().references(() => academicYear.id), studentId: text().notNull().references(() => student.id),
  decision: text({ enum: ['promote', 'retain', 'graduate', 'undecided'] }).notNull(),
  level: text(), division: text(), reason: text().notNull(),
}, (t) => [index('rollover_override_year').on(t.yearId, t.studentId)]);
