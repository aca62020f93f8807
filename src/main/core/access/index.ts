import { accountHandlers } from './handlers-accounts.ts';
import { authHandlers } from './handlers-auth.ts';
import { grantHandlers } from './handlers-grants.ts';
import { roleHandlers } from './handlers-roles.ts';
import { securityHandlers } from './handlers-security.ts';
import { visibilityHandlers } from './handlers-visibility.ts';

export { fieldClassesFor, fieldClassesSomewhere, holds, holdsForSchool, permissionsOf } from './access.ts';
export const accessHandlers = { ...authHandlers, ...securityHandlers, ...accountHandlers, ...grantHandlers, ...roleHandlers, ...visibilityHandlers };
export { hashPassword, hashPasswordNow } from './passwords.ts';
export { sectionsInScope, studentsInScope } from './repo-scope.ts';
export type { RowScope } from './scope.ts';
