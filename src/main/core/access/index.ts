export { fieldClassesFor, holdsForSchool, permissionsOf } from './access.ts';
export { accessHandlers } from './handlers.ts';
export { hashPassword, hashPasswordNow } from './passwords.ts';
export { sectionsInScope, studentsInScope } from './repo-scope.ts';
export type { RowScope } from './scope.ts';
