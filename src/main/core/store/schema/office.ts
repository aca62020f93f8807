import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { record } from './columns.ts';

export const storedFile = sqliteTable('stored_file', {
  ...record(),
  hash: text().notNull(), name: text().notNull(), mime: text().notNull(), size: integer().notNull(),
  purpose: text({ enum: ['import', 'export', 'document', 'attachment', 'issued', 'template'] }).notNull(),
}, (t) => [index('stored_file_hash').on(t.hash)]);

export const importJob = sqliteTable('import_job', {
  ...record(),
  fileId: text().notNull().references(() => storedFile.id),
  state: text().notNull(),
  /** What the file is about, by the contract's `importTargets`. */
  target: text().notNull().default('students'),
  /** JSON: rows that turned out impossible only when they were written. */
  late: text(),
  /** JSON of the contract's ImportOptions. */
  options: text(),
  /** JSON of the contract's ImportSource, ImportMapping, ImportCounts and of header and sample rows. */
  source: text(), mapping: text(), counts: text(), header: text(), sample: text(), failure: text(),
  committedAs: integer(), undoneBy: integer(),
  /** JSON: lines that were taken back by themselves. */
  undoneLines: text(),
  /** The profile by which it was read. It may be gone since: what it was called stays. */
  profileId: text(), profileName: text(),
});

/**
 * How files of one kind are read. `columns`, `options`, `source`: JSON of the contract's ProfileContent. `nameKey` is the folded name; the program
 * keeps it unique, not the store: an undo that brings a profile back must not fail because its name is taken by now.
 */
export const importProfile = sqliteTable('import_profile', {
  ...record(),
  name: text().notNull(), nameKey: text().notNull(), target: text().notNull(), columns: text().notNull(), options: text().notNull(), source: text().notNull(),
}, (t) => [index('import_profile_name').on(t.nameKey)]);

/* Below: tables that the journal does not follow. They hold no school records, or are the journal itself. */

/** What a record is called in another system: `source` is that system, `file` the kind of record there. The next bundle from it finds the record by this. */
export const sourceId = sqliteTable('source_id', {
  ...record(),
  source: text().notNull(), file: text().notNull(), sourcedId: text().notNull(), ownId: text().notNull(),
}, (t) => [index('source_id_source').on(t.source, t.file, t.sourcedId), index('source_id_own').on(t.ownId)]);

/**
 * The rows of a file that an import wrote, in the order in which it wrote them: `lastChange` is the journal's last row change of each, so that
 * one row can be taken back without the others. Line 0 stands for what was before the first.
 */
export const importWritten = sqliteTable('import_written', {
  importId: text().notNull(), line: integer().notNull(), lastChange: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.importId, t.line] })]);

/** Content by its SHA-256, once however many files have it. Kept in the database, so that it is encrypted, backed up and restored with it. */
export const fileContent = sqliteTable('file_content', { hash: text().primaryKey(), data: blob({ mode: 'buffer' }).notNull() });

export const changeSet = sqliteTable('change_set', {
  /** Counts up without gaps in the order of commit. */
  id: integer().primaryKey(),
  uid: text().notNull(), at: integer().notNull(),
  actorId: text(), device: text().notNull(), procedure: text().notNull(), reason: text(),
  undoes: integer(), undoneBy: integer(), rows: integer().notNull(), entities: text().notNull(),
  previousHash: text().notNull(), hash: text().notNull(),
  /** By which rule the hash was made: 1 over the before-images, 2 over their digests, so that one can be erased and the chain still holds. */
  format: integer().notNull().default(1),
}, (t) => [index('change_set_actor').on(t.actorId, t.id), index('change_set_at').on(t.at), index('change_set_procedure').on(t.procedure, t.id)]);

export const rowChange = sqliteTable('row_change', {
  id: integer().primaryKey(),
  changeSetId: integer().notNull(),
  entity: text().notNull(), rowId: text().notNull(),
  action: text({ enum: ['I', 'U', 'D'] }).notNull(),
  /** JSON: nothing for inserts, the changed columns before an update, the whole row before a delete. */
  before: text(),
  /** The digest of a before-image that was erased on a legal ground. */
  erased: text(),
}, (t) => [
  // In the order of the changes, with the kind of record: what a change set touched is told without reading its before-images.
  index('row_change_set').on(t.changeSetId, t.id, t.entity), index('row_change_row').on(t.rowId, t.entity, t.changeSetId),
  // What was erased is looked up before anything is taken back.
  index('row_change_erased').on(t.rowId, t.entity).where(sql`"erased" IS NOT NULL`),
  // What is gone from its table, to be found by whose it was: an erasure must reach it as well.
  index('row_change_gone').on(t.entity).where(sql`"action" = 'D'`)]);

export const job = sqliteTable('job', {
  id: text().primaryKey(), userId: text().notNull(), procedure: text().notNull(), state: text().notNull(),
  done: integer().notNull(), total: integer().notNull(), result: text(), error: text(), startedAt: integer().notNull(), endedAt: integer(),
}, (t) => [index('job_user').on(t.userId, t.startedAt)]);

export const recentRecord = sqliteTable('recent_record', {
  userId: text().notNull(), studentId: text().notNull(), openedAt: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.userId, t.studentId] }), index('recent_user').on(t.userId, t.openedAt)]);

/**
 * What lists need of a student, derived from the records by the pipeline after each command: order, level and standing on one narrow row,
 * so that any page of 50,000 comes from an index. The FTS5 table `search_words` has the same `docId`.
 */
export const studentCard = sqliteTable('student_card', {
  docId: integer().primaryKey(), studentId: text().notNull(),
  sortKey: text().notNull(), studentNo: text().notNull(), birthDate: text(),
  /** Folded family and given names in both scripts, family and given parted by `|`: what hits are ranked by, without reading the person. */
  names: text().notNull().default(''),
  level: text(), division: text(), lastAttendedDate: text(),
  /** One bit for each scale band, in the order of `bandBits`, in which the student has a mark of `markTermId`. */
  markBands: integer().notNull(),
  /** The latest posted term when the card was written. A card of an earlier one says that the student has no mark of the term that came since. */
  markTermId: text(),
  status: text({ enum: ['enrolled', 'left', 'notEnrolled', 'archived'] }).notNull(),
}, (t) => [
  uniqueIndex('card_student').on(t.studentId),
  index('card_name').on(t.status, t.sortKey, t.studentId, t.markBands, t.markTermId),
  index('card_level').on(t.status, t.level, t.division, t.sortKey, t.studentId),
  index('card_number').on(t.status, t.studentNo, t.studentId),
  index('card_birth').on(t.status, t.birthDate, t.studentId),
]);

/**
 * Where a student was from when to when (both included, never open): one row for each stretch of a stay in one division, derived like
 * `student_card` and in its orders, so that any page of the list as of a date comes from an index.
 */
export const stayCard = sqliteTable('stay_card', {
  rowNo: integer().primaryKey(), docId: integer().notNull(), studentId: text().notNull(),
  yearId: text().notNull(), startDate: text().notNull(), endDate: text().notNull(), level: text().notNull(), division: text(),
  sortKey: text().notNull(), studentNo: text().notNull(), birthDate: text(),
}, (t) => [
  index('stay_card_student').on(t.studentId, t.startDate),
  index('stay_card_name').on(t.yearId, t.sortKey, t.studentId, t.startDate, t.endDate, t.level, t.division, t.docId),
  index('stay_card_level').on(t.yearId, t.level, t.division, t.sortKey, t.studentId, t.startDate, t.endDate, t.docId),
  index('stay_card_number').on(t.yearId, t.studentNo, t.studentId, t.startDate, t.endDate, t.level, t.division, t.docId),
  index('stay_card_birth').on(t.yearId, t.birthDate, t.studentId, t.startDate, t.endDate, t.level, t.division, t.docId),
]);

/** Tables that the journal leaves alone. */
export const notJournaled: readonly string[] = [
  'import_written', 'file_content', 'change_set', 'row_change', 'session', 'sign_in_attempt', 'two_factor', 'chain_check', 'job', 'recent_record', 'student_card', 'stay_card', 'department_student', 'mark_count', 'attendance_count',
  'duplicate_pair',
  'attendance_hour_count',
  'schedule_run', 'kept_secret',
];
