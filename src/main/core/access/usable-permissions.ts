import { contract } from '#contract/index.ts';
import { permissions, type Permission } from '#contract/permissions.ts';
import type { Procedure } from '#contract/define.ts';
import { holdsForSchool, permissionsOf, type Access } from './access.ts';

const asks = ({ permission, ...procedure }: Procedure, asked: Permission): boolean => permission === asked || (procedure.kind === 'command' && procedure.creates === asked);

/** Permissions that are asked for over the whole school alone: held within a department or one's own sections they open nothing. */
const onlyForSchool: ReadonlySet<Permission> = new Set(permissions.filter((asked) => {
  const askers = Object.values(contract).filter((procedure) => asks(procedure, asked));
  return askers.length > 0 && askers.every(({ scope }) => scope === 'school');
}));

/** The permissions with which the caller can do something: the screens hide the rest. */
export function usablePermissions(access: Access): Permission[] {
  return permissionsOf(access).filter((permission) => !onlyForSchool.has(permission) || holdsForSchool(access, permission));
}
