import type { Permission } from '#contract/permissions.ts';
import { rowScope, type Access } from '../access/access.ts';
import { readClassesOf } from '../access/repo-classes.ts';
import type { Reader } from '../store/reader.ts';
import type { QueryContext } from './context.ts';

/** What a caller reaches by a permission, rows and field classes, as a handler asks for it. `subject`: the student whom the input is about. */
export function reachBy(db: Reader, access: () => Access, needed: () => Permission, subject: string | null): Pick<QueryContext, 'needed' | 'rows' | 'classes' | 'classesOf'> {
  const classesOf = (studentIds: readonly string[]) => readClassesOf(db, access(), needed(), studentIds);
  return {
    needed, classesOf,
    rows: (permission = needed()) => rowScope(access(), permission),
    classes: (studentId) => {
      const about = studentId ?? subject;
      return [...classesOf(about === null ? [] : [about])(about ?? '')];
    },
  };
}
