import type { FieldClass, Permission } from '#contract/permissions.ts';
import type { RoleName } from '#contract/roles-built-in.ts';
import { roles } from '#contract/roles-built-in.ts';
import { RollbookError } from '#contract/errors.ts';
import type { RowScope } from './scope.ts';

/** A grant in force today. */
export interface Grant { role: RoleName; scope: 'school' | 'department' | 'sections' | 'self'; orgId: string | null }

/** Who is calling, read anew for each call, so that a revoked grant ends at once. */
export interface Access {
  userId: string; sessionId: string; username: string; displayName: string;
  locked: boolean; confirmedAt: number | null;
  grants: readonly Grant[];
  /** The program itself: what runs by schedule. The journal names nobody for it. */
  isSystem?: boolean;
}

/** What the program does by itself passes the same pipeline, with every permission. */
export const systemAccess: Access = {
  userId: 'system', sessionId: 'system', username: '', displayName: '', locked: false, confirmedAt: null, isSystem: true,
  grants: [{ role: 'administrator', scope: 'school', orgId: null }],
};

const grantsOf = (access: Access, permission: Permission) => access.grants.filter((grant) => roles[grant.role].permissions.includes(permission));

/** Every permission that some live grant gives. */
export function permissionsOf(access: Access): Permission[] {
  return [...new Set(access.grants.flatMap((grant) => roles[grant.role].permissions))];
}

/** The field classes that some live grant shows. */
export function fieldClassesOf(access: Access): FieldClass[] {
  return [...new Set(access.grants.flatMap((grant) => roles[grant.role].fieldClasses))];
}

/** Field classes of the grants that give a permission: what a teacher sees of their students says nothing about other grants. */
export function fieldClassesFor(access: Access, permission: Permission): FieldClass[] {
  return [...new Set(grantsOf(access, permission).flatMap((grant) => roles[grant.role].fieldClasses))];
}

/** True when a grant over the whole school gives the permission. */
export function holdsForSchool(access: Access, permission: Permission): boolean {
  return grantsOf(access, permission).some((grant) => grant.scope === 'school');
}

/** The rows that the grants of a permission reach together. Throws `forbidden` when none gives it. */
export function rowScope(access: Access, permission: Permission): RowScope {
  const grants = grantsOf(access, permission);
  if (grants.length === 0) throw new RollbookError('forbidden');
  if (grants.some((grant) => grant.scope === 'school')) return { all: true };
  return {
    all: false,
    departments: grants.flatMap((grant) => (grant.scope === 'department' && grant.orgId ? [grant.orgId] : [])),
    staffOf: grants.some((grant) => grant.scope === 'sections') ? access.userId : null,
  };
}
