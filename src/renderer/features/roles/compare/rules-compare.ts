import { fieldClasses, permissions, type FieldClass, type Permission } from '#contract/permissions.ts';

/** What of a role is compared. */
export interface Comparable { permissions: readonly Permission[]; fieldClasses: readonly FieldClass[] }
/** One thing that either role gives or does not. */
export interface Compared<T> { item: T; first: boolean; second: boolean }
export interface Comparison { permissions: Compared<Permission>[]; fieldClasses: Compared<FieldClass>[]; onlyFirst: number; onlySecond: number }

const beside = <T>(items: readonly T[], first: readonly T[], second: readonly T[]): Compared<T>[] =>
  items.map((item) => ({ item, first: first.includes(item), second: second.includes(item) })).filter((line) => line.first || line.second);

/** Two roles side by side: everything that one of them gives, and how many permissions only one of them gives. */
export function compareRoles(first: Comparable, second: Comparable): Comparison {
  const lines = beside(permissions, first.permissions, second.permissions);
  return {
    permissions: lines, fieldClasses: beside(fieldClasses, first.fieldClasses, second.fieldClasses),
    onlyFirst: lines.filter((line) => !line.second).length, onlySecond: lines.filter((line) => !line.first).length,
  };
}

/** The lines on which the two differ. */
export const differing = <T>(lines: readonly Compared<T>[]): Compared<T>[] => lines.filter(({ first, second }) => first !== second);
