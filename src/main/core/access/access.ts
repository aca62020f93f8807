import type { FieldClass, GrantScope, Permission } from '#contract/permissions.ts';
import { roles } from '#contract/roles-built-in.ts';
import { RollbookError } from '#contract/errors.ts';
import type { DepartmentReach, RowScope } from './scope.ts';

/** A grant in force today, with what its role gives: the grant itself, or what a visibility rule adds to it. */
export interface Grant {
  role: string; scope: GrantScope;
  /** The department, for that scope. */
  orgId: string | null;
  /** Whose places in the department's sections count. */
  span: DepartmentReach['span'];
  permissions: ReadonlySet<Permission>; fieldClasses: readonly FieldClass[];
}

/** Who is calling, read anew for each call, so that a revoked grant ends at once. */
export interface Access {
  userId: string; sessionId: string; username: string; displayName: string;
  locked: boolean; mustChange: boolean; confirmedAt: number | null;
  /** Whose sections, class division and record are the caller's own; another's while the program is looked at as that person. */
  rowsOf: string;
  /** As whom the program is looked at, instead of as oneself. */
  preview: { nameEl: string; nameEn: string } | null;
  grants: readonly Grant[];
  /** The program itself: what runs by schedule. The journal names nobody for it. */
  isSystem?: boolean;
}

/** What the program does by itself passes the same pipeline, with every permission. */
export const systemAccess: Access = {
  userId: 'system', sessionId: 'system', username: '', displayName: '', locked: false, mustChange: false, confirmedAt: null, rowsOf: 'system', preview: null, isSystem: true,
  grants: [{ role: 'administrator', scope: 'school', orgId: null, span: 'now', permissions: new Set(roles.administrator.permissions), fieldClasses: roles.administrator.fieldClasses }],
};

const grantsOf = (access: Access, permission: Permission) => access.grants.filter((grant) => grant.permissions.has(permission));

/** True when some live grant gives the permission. */
export const holds = (access: Access, permission: Permission): boolean => access.grants.some((grant) => grant.permissions.has(permission));

/** Every permission that some live grant gives. */
export function permissionsOf(access: Access): Permission[] {
  return [...new Set(access.grants.flatMap((grant) => [...grant.permissions]))];
}

/** The field classes that some live grant shows. */
export function fieldClassesOf(access: Access): FieldClass[] {
  return [...new Set(access.grants.flatMap((grant) => grant.fieldClasses))];
}

/**
 * The field classes that every row shows that a permission reaches: those of grants over the school, else those that all grants have in common.
 * A teacher who may also look at the whole school as a viewer does not see the whole school as a teacher.
 */
export function fieldClassesFor(access: Access, permission: Permission): FieldClass[] {
  const grants = grantsOf(access, permission);
  const wide = grants.filter(({ scope }) => scope === 'school');
  if (wide.length > 0) return [...new Set(wide.flatMap((grant) => grant.fieldClasses))];
  const [first, ...rest] = grants;
  return first ? first.fieldClasses.filter((fieldClass) => rest.every((grant) => grant.fieldClasses.includes(fieldClass))) : [];
}

/** Grants of a permission that show classes of some rows which not every row shows, with the rows that they reach. Mostly there is none. */
export function finerGrants(access: Access, permission: Permission): { rows: RowScope; fieldClasses: readonly FieldClass[] }[] {
  const base = fieldClassesFor(access, permission);
  return grantsOf(access, permission)
    .filter((grant) => grant.scope !== 'school' && grant.fieldClasses.some((fieldClass) => !base.includes(fieldClass)))
    .map((grant) => ({ rows: scopeOf([grant], permission, access.rowsOf), fieldClasses: grant.fieldClasses }));
}

/** True when a grant over the whole school gives the permission. */
export function holdsForSchool(access: Access, permission: Permission): boolean {
  return access.grants.some((grant) => grant.scope === 'school' && grant.permissions.has(permission));
}

/**
 * The same caller, seen through one permission: of their grants those that give it too, or all where it is given for the whole school; of a
 * grant that does not give it only the field classes that it shows of every row.
 */
export function accessWithin(access: Access, permission: Permission): Access {
  const classes = fieldClassesFor(access, permission);
  const given = grantsOf(access, permission);
  if (!holdsForSchool(access, permission)) return { ...access, grants: given };
  const narrowed = (grant: Grant): Grant => ({ ...grant, fieldClasses: grant.fieldClasses.filter((each) => classes.includes(each)) });
  return { ...access, grants: access.grants.map((grant) => (given.includes(grant) ? grant : narrowed(grant))) };
}

/** The field classes that a permission shows of some row or other. */
export const fieldClassesSomewhere = (access: Access, permission: Permission): FieldClass[] => [...new Set(grantsOf(access, permission).flatMap((grant) => grant.fieldClasses))];

/** The rows that the grants of a permission reach together. Throws `forbidden` when none gives it. */
export function rowScope(access: Access, permission: Permission): RowScope {
  const grants = grantsOf(access, permission);
  if (grants.length === 0) throw new RollbookError('forbidden');
  return scopeOf(grants, permission, access.rowsOf);
}

/** The rows that some grants reach together, for a permission that each of them gives. */
export function scopeOf(grants: readonly Grant[], permission: Permission, userId: string): RowScope {
  const has = (scope: GrantScope) => grants.some((grant) => grant.scope === scope);
  if (has('school')) return { all: true };
  return {
    all: false,
    departments: grants.flatMap(({ scope, orgId, span }) => (scope === 'department' && orgId ? [{ orgId, span }] : [])),
    staffOf: has('sections') ? userId : null,
    homeroomOf: has('homeroom') ? userId : null,
    /* A class teacher looks at all lessons of the division and keeps its attendance; its grades are for those who teach. */
    homeroomSections: permission.endsWith(':view') || permission === 'grades:draft' || permission.startsWith('attendance:'),
    selfOf: has('self') ? userId : null,
  };
}
