/** Every permission, `resource:action`. The builder of roles and the pipeline read this one list. */
export const permissions = [
  'students:view', 'students:create', 'students:edit', 'students:archive', 'students:merge',
  'guardians:view', 'guardians:edit', 'notes:view', 'notes:edit', 'enrolments:edit',
  'health:view', 'health:edit', 'consents:view', 'consents:edit', 'attachments:view', 'attachments:edit', 'customFields:edit',
  'structure:view', 'structure:edit', 'sections:view', 'sections:edit', 'rollover:run',
  'grades:view', 'grades:edit', 'grades:post', 'grades:correct', 'grading:configure', 'transcripts:edit',
  'attendance:view', 'attendance:take', 'attendance:correct', 'attendance:configure',
  'conduct:view', 'conduct:edit', 'interventions:view', 'interventions:edit',
  'insight:view',
  'history:view', 'history:undo',
  'imports:run', 'exports:run', 'documents:print', 'documents:issue', 'documents:void', 'documents:configure', 'files:view',
  'settings:view', 'settings:edit', 'backups:run', 'backups:restore', 'keys:export', 'jobs:all',
] as const;
export type Permission = (typeof permissions)[number];

/** Classes of fields; a role lists those that it may see. */
export const fieldClasses = ['ordinary', 'contact', 'health', 'safeguarding'] as const;
export type FieldClass = (typeof fieldClasses)[number];

export const roleNames = [
  'administrator', 'registrar', 'principal', 'departmentHead', 'teacher', 'counsellor', 'viewer',
] as const;
export type RoleName = (typeof roleNames)[number];

/** How far a grant reaches. */
export const grantScopes = ['school', 'department', 'sections', 'self'] as const;
export type GrantScope = (typeof grantScopes)[number];

export interface Role {
  permissions: readonly Permission[];
  fieldClasses: readonly FieldClass[];
  /** The scope a new grant of this role gets unless another is chosen. */
  defaultScope: GrantScope;
}

const look: Permission[] = ['students:view', 'structure:view', 'sections:view', 'grades:view', 'attendance:view', 'insight:view'];
const office: Permission[] = [
  ...look, 'guardians:view', 'notes:view', 'health:view', 'consents:view', 'attachments:view', 'conduct:view',
  'history:view', 'documents:print', 'exports:run', 'files:view', 'settings:view',
];
const registrar: Permission[] = [
  ...office, 'students:create', 'students:edit', 'students:archive', 'students:merge', 'guardians:edit', 'notes:edit', 'enrolments:edit',
  'health:edit', 'consents:edit', 'attachments:edit', 'customFields:edit', 'structure:edit', 'sections:edit', 'rollover:run',
  'grades:edit', 'grades:post', 'grades:correct', 'grading:configure', 'transcripts:edit',
  'attendance:take', 'attendance:correct', 'attendance:configure', 'conduct:edit',
  'documents:issue', 'documents:void', 'documents:configure', 'history:undo', 'imports:run', 'backups:run',
];
const principal: Permission[] = [
  ...office, 'notes:edit', 'grades:correct', 'attendance:correct', 'conduct:edit', 'interventions:view', 'interventions:edit', 'documents:issue', 'documents:void', 'rollover:run',
];
const teacher: Permission[] = [
  ...look, 'guardians:view', 'documents:print', 'grades:edit', 'grades:post', 'attendance:take', 'conduct:view', 'conduct:edit',
];
const counsellor: Permission[] = [
  ...look, 'guardians:view', 'notes:view', 'notes:edit', 'health:view', 'consents:view', 'attachments:view', 'conduct:view', 'conduct:edit',
  'interventions:view', 'interventions:edit', 'history:view',
];

/** The built-in roles. What is not listed is denied. */
export const roles: Record<RoleName, Role> = {
  administrator: { permissions, fieldClasses, defaultScope: 'school' },
  registrar: { permissions: registrar, fieldClasses: ['ordinary', 'contact', 'health'], defaultScope: 'school' },
  principal: { permissions: principal, fieldClasses, defaultScope: 'school' },
  departmentHead: { permissions: [...look, 'documents:print', 'conduct:view'], fieldClasses: ['ordinary'], defaultScope: 'department' },
  teacher: { permissions: teacher, fieldClasses: ['ordinary', 'contact'], defaultScope: 'sections' },
  counsellor: { permissions: counsellor, fieldClasses, defaultScope: 'school' },
  viewer: { permissions: look, fieldClasses: ['ordinary'], defaultScope: 'school' },
};
