import type { FieldClass, Permission } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';
import { fieldClassesFor, finerGrants, type Access } from './access.ts';
import { studentsInScope } from './repo-scope.ts';

/** The field classes that a permission shows of a student. */
export type ClassesOf = (studentId: string) => ReadonlySet<FieldClass>;

/**
 * The field classes that a permission shows of each of some students: those that it shows of every row, and those of the grants that reach
 * the student. Of a student who is not asked for it shows the first only.
 */
export function readClassesOf(db: Reader, access: Access, permission: Permission, studentIds: readonly string[]): ClassesOf {
  const base: ReadonlySet<FieldClass> = new Set(fieldClassesFor(access, permission));
  const shown = new Map<string, Set<FieldClass>>();
  for (const { rows, fieldClasses } of studentIds.length > 0 ? finerGrants(access, permission) : []) {
    const { sql, params } = studentsInScope(rows, 'j.value');
    for (const { id } of db.all<{ id: string }>(`SELECT j.value AS id FROM json_each(@ids) j WHERE ${sql}`, { ids: JSON.stringify(studentIds), ...params })) {
      shown.set(id, new Set([...(shown.get(id) ?? base), ...fieldClasses]));
    }
  }
  return (studentId) => shown.get(studentId) ?? base;
}
