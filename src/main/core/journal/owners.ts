import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { journaledTables } from './triggers.ts';

/** A reference from a column of one table to the `id` of another. */
export interface Reference { child: string; column: string; parent: string }

/** Every foreign key between journaled tables, read from the schema. */
export const references: readonly Reference[] = [...journaledTables].flatMap(([child, table]) =>
  getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    return { child, column: columns[0]?.name ?? '', parent: getTableName(foreignTable) };
  }),
);

/**
 * The reference by which a record belongs to another and shares its fate: a contact point to its person, an enrolment to its student.
 * Used to keep a student whole when part of an import is taken back, and to gather one student's history.
 */
export const ownerColumn: Readonly<Record<string, { column: string; parent: string }>> = {
  student: { column: 'personId', parent: 'person' },
  contact_point: { column: 'personId', parent: 'person' },
  enrolment: { column: 'studentId', parent: 'student' },
  guardian_link: { column: 'studentId', parent: 'student' },
  note: { column: 'studentId', parent: 'student' },
  section_enrolment: { column: 'studentId', parent: 'student' },
  homeroom_membership: { column: 'studentId', parent: 'student' },
  household_member: { column: 'personId', parent: 'person' },
  health_alert: { column: 'studentId', parent: 'student' },
  consent: { column: 'studentId', parent: 'student' },
  attachment: { column: 'studentId', parent: 'student' },
  custom_value: { column: 'studentId', parent: 'student' },
  daily_performance: { column: 'studentId', parent: 'student' },
  highlight: { column: 'studentId', parent: 'student' },
  intervention: { column: 'studentId', parent: 'student' },
  transcript_line: { column: 'studentId', parent: 'student' },
  attendance_mark: { column: 'studentId', parent: 'student' },
  contact_log: { column: 'studentId', parent: 'student' },
  issued_document: { column: 'studentId', parent: 'student' },
  disclosure_student: { column: 'studentId', parent: 'student' },
  legal_hold: { column: 'studentId', parent: 'student' },
};
