import type { Guard } from '#contract/define.ts';
import { findProcedure, procedureNames } from '#contract/index.ts';
import { resourceOf, type Permission, type Resource } from '#contract/permissions.ts';

const isPermission = (guard: Guard): guard is Permission => guard !== 'public' && guard !== 'signedIn';
/** Calls that ask for no permission are about one's own account, but for one's own jobs and for taking back what one did. */
const ofAccounts = /^(auth|twoFactor|preferences|recovery)\./;

/** The permissions that a procedure asks for. */
export function permissionsAsked(name: string): Permission[] {
  const procedure = findProcedure(name);
  if (!procedure) return [];
  const creates = procedure.kind === 'command' ? procedure.creates : undefined;
  return [procedure.permission, ...(creates ? [creates] : [])].filter(isPermission);
}

/** The procedures that are about a kind of record. */
export function proceduresOf(resource: Resource): string[] {
  return procedureNames.filter((name) =>
    permissionsAsked(name).some((permission) => resourceOf(permission) === resource) || (resource === 'users' && ofAccounts.test(name)));
}
