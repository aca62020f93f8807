import { fieldClasses, permissions, type FieldClass, type GrantScope, type Permission } from './permissions.ts';

export const roleNames = [
  'administrator', 'registrar', 'principal', 'departmentHead', 'teacher', 'counsellor', 'viewer',
] as const;
export type RoleName = (typeof roleNames)[number];

/** What a role gives: nothing but what is listed. */
export interface Role {
  permissions: readonly Permission[];
  fieldClasses: readonly FieldClass[];
  /** The scope a new grant of this role gets unless another is chosen. */
  defaultScope: GrantScope;
}

const look: Permission[] = ['students:view', 'structure:view', 'sections:view', 'grades:view', 'attendance:view', 'insight:view'];
const office: Permission[] = [
  ...look, 'grades:draft', 'guardians:view', 'notes:view', 'health:view', 'consents:view', 'attachments:view', 'conduct:view',
  'history:view', 'documents:print', 'exports:run', 'settings:view', 'disclosures:view', 'disclosures:create', 'privacy:view',
];
const registrar: Permission[] = [
  ...office, 'students:create', 'students:edit', 'students:archive', 'students:merge', 'guardians:create', 'guardians:edit', 'guardians:delete',
  'enrolments:create', 'enrolments:edit', 'enrolments:delete', 'notes:create', 'notes:edit', 'notes:delete',
  'health:create', 'health:edit', 'health:delete', 'consents:create', 'consents:edit', 'consents:delete',
  'attachments:create', 'attachments:edit', 'attachments:delete', 'customFields:create', 'customFields:edit', 'customFields:delete',
  'structure:create', 'structure:edit', 'structure:delete', 'sections:create', 'sections:edit', 'sections:delete', 'rollover:run',
  'assessments:create', 'assessments:edit', 'assessments:delete', 'grades:edit', 'grades:post', 'grades:correct', 'grading:configure',
  'transcripts:create', 'transcripts:edit', 'transcripts:delete', 'attendance:take', 'attendance:correct', 'attendance:configure',
  'conduct:create', 'conduct:edit', 'conduct:delete', 'conduct:configure',
  'documents:issue', 'documents:void', 'documents:configure', 'history:undo', 'imports:run', 'backups:run',
  'disclosures:edit', 'disclosures:delete', 'privacy:export',
  'schedules:view', 'schedules:create', 'schedules:edit', 'schedules:delete', 'schedules:run',
];
const principal: Permission[] = [
  ...office, 'notes:create', 'notes:edit', 'notes:delete', 'grades:correct', 'attendance:correct',
  'conduct:create', 'conduct:edit', 'conduct:delete', 'conduct:configure', 'interventions:view', 'interventions:create', 'interventions:edit', 'interventions:delete',
  'documents:issue', 'documents:void', 'rollover:run', 'disclosures:edit', 'privacy:export', 'users:view', 'roles:view', 'audit:view',
];
const teacher: Permission[] = [
  ...look, 'grades:draft', 'guardians:view', 'documents:print', 'assessments:create', 'assessments:edit', 'assessments:delete', 'grades:edit', 'grades:post',
  'attendance:take', 'conduct:view', 'conduct:create', 'conduct:edit', 'conduct:delete',
];
const counsellor: Permission[] = [
  ...look, 'grades:draft', 'guardians:view', 'notes:view', 'notes:create', 'notes:edit', 'notes:delete', 'health:view', 'consents:view', 'attachments:view',
  'conduct:view', 'conduct:create', 'conduct:edit', 'conduct:delete', 'interventions:view', 'interventions:create', 'interventions:edit', 'interventions:delete', 'history:view',
];

/** The built-in roles. What is not listed is denied. */
export const roles: Record<RoleName, Role> = {
  administrator: { permissions, fieldClasses, defaultScope: 'school' },
  registrar: { permissions: registrar, fieldClasses: ['ordinary', 'contact', 'health', 'finance'], defaultScope: 'school' },
  principal: { permissions: principal, fieldClasses, defaultScope: 'school' },
  departmentHead: { permissions: [...look, 'grades:draft', 'documents:print', 'conduct:view'], fieldClasses: ['ordinary'], defaultScope: 'department' },
  teacher: { permissions: teacher, fieldClasses: ['ordinary', 'contact'], defaultScope: 'sections' },
  counsellor: { permissions: counsellor, fieldClasses: ['ordinary', 'contact', 'health', 'safeguarding'], defaultScope: 'school' },
  viewer: { permissions: look, fieldClasses: ['ordinary'], defaultScope: 'school' },
};

/** True for the key of a built-in role; other keys are ids of the school's own roles. */
export const isBuiltIn = (key: string): key is RoleName => (roleNames as readonly string[]).includes(key);
