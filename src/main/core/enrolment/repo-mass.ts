import type { Reader } from '../store/reader.ts';
import { customValue } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { CustomField } from './rules-custom.ts';

export interface NamedStudent { studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** The names of some students. */
export function readNames(db: Reader, ids: readonly string[]): Map<string, NamedStudent> {
  const rows = db.all<NamedStudent>(
    `SELECT s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM json_each(?) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.studentId, row]));
}

/** Which of some students are in the archive: nothing is done to them. */
export function readArchived(db: Reader, ids: readonly string[]): Set<string> {
  return new Set(db.all<{ id: string }>(
    'SELECT s.id FROM json_each(?) j CROSS JOIN student s ON s.id = j.value WHERE s.archivedAt IS NOT NULL', [JSON.stringify(ids)]).map(({ id }) => id));
}

/** The school's own fields that may be set for many: those of the ordinary class that are not archived. */
export function readMassFields(db: Reader): CustomField[] {
  return db.all<CustomField>(
    `SELECT id, labelEl, labelEn, type, options, required FROM custom_field WHERE deletedAt IS NULL AND archivedAt IS NULL AND fieldClass = 'ordinary' ORDER BY position, id`);
}

/** The values that students have in a field, with the id under which each is stored. */
export function readCustomValues(db: Reader, fieldId: string, studentIds: readonly string[]): Map<string, { id: string; value: string }> {
  const rows = db.all<{ id: string; studentId: string; value: string }>(
    `SELECT v.id, v.studentId, v.value FROM json_each(@ids) j CROSS JOIN custom_value v ON v.studentId = j.value AND v.fieldId = @fieldId AND v.deletedAt IS NULL`,
    { ids: JSON.stringify(studentIds), fieldId });
  return new Map(rows.map((row) => [row.studentId, row]));
}

/** Sets or empties a student's value in a field. */
export function writeCustomValue(db: Writer, fieldId: string, studentId: string, known: { id: string } | undefined, value: string | null): void {
  if (known && value === null) db.remove(customValue, known.id);
  else if (known && value !== null) db.update(customValue, known.id, { value });
  else if (value !== null) db.insert(customValue, { fieldId, studentId, value });
}
