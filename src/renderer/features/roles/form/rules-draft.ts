import { withNeeds } from '#contract/permission-needs.ts';
import { permissions, type Permission } from '#contract/permissions.ts';

/** What is ticked, and what was ticked or cleared along with the last choice. */
export interface Ticked { chosen: readonly Permission[]; also: readonly Permission[] }

const inOrder = (held: ReadonlySet<Permission>): Permission[] => permissions.filter((permission) => held.has(permission));

/** True when somebody who holds `held` may put a permission into a role: nobody gives what they do not have, nor what it needs. */
export const mayGive = (held: ReadonlySet<Permission>, permission: Permission): boolean => withNeeds([permission]).every((need) => held.has(need));

/** Ticks or clears permissions. What they need is ticked with them; what cannot be without them is cleared with them. */
export function tick(chosen: readonly Permission[], asked: readonly Permission[], on: boolean): Ticked {
  if (on) {
    const next = withNeeds([...chosen, ...asked]);
    return { chosen: next, also: next.filter((permission) => !chosen.includes(permission) && !asked.includes(permission)) };
  }
  const next = chosen.filter((permission) => !withNeeds([permission]).some((need) => asked.includes(need)));
  return { chosen: next, also: chosen.filter((permission) => !next.includes(permission) && !asked.includes(permission)) };
}

/** What one list has that another has not, both ways. */
export function difference<T>(from: readonly T[], to: readonly T[]): { added: T[]; removed: T[] } {
  return { added: to.filter((item) => !from.includes(item)), removed: from.filter((item) => !to.includes(item)) };
}

/** Of a role, what somebody may take over into a role of their own, with everything that it needs. */
export function givable(wanted: readonly Permission[], held: ReadonlySet<Permission>): Permission[] {
  return inOrder(new Set(wanted.filter((permission) => mayGive(held, permission))));
}
