/**
 * What can be done with each kind of record. `view`, `create`, `edit` and `delete` are the usual four; the others are named for what they do.
 * Every permission is one of these, `resource:action`; the builder of roles, the pipeline and the tests read this one list.
 */
export const resources = {
  students: ['view', 'create', 'edit', 'archive', 'merge'],
  guardians: ['view', 'create', 'edit', 'delete'],
  enrolments: ['create', 'edit', 'delete'],
  notes: ['view', 'create', 'edit', 'delete'],
  health: ['view', 'create', 'edit', 'delete'],
  consents: ['view', 'create', 'edit', 'delete'],
  attachments: ['view', 'create', 'edit', 'delete'],
  customFields: ['create', 'edit', 'delete'],
  structure: ['view', 'create', 'edit', 'delete'],
  sections: ['view', 'create', 'edit', 'delete'],
  rollover: ['run'],
  assessments: ['create', 'edit', 'delete'],
  grades: ['view', 'draft', 'edit', 'post', 'correct'],
  grading: ['configure'],
  transcripts: ['create', 'edit', 'delete'],
  attendance: ['view', 'take', 'correct', 'configure'],
  conduct: ['view', 'create', 'edit', 'delete', 'configure'],
  interventions: ['view', 'create', 'edit', 'delete'],
  insight: ['view'],
  documents: ['print', 'issue', 'void', 'configure'],
  imports: ['run'],
  exports: ['run'],
  schedules: ['view', 'create', 'edit', 'delete', 'run'],
  history: ['view', 'undo'],
  disclosures: ['view', 'create', 'edit', 'delete'],
  privacy: ['view', 'export', 'configure', 'erase'],
  users: ['view', 'create', 'edit', 'delete', 'administer'],
  roles: ['view', 'create', 'edit', 'delete'],
  audit: ['view', 'export'],
  settings: ['view', 'edit'],
  backups: ['run', 'restore'],
  keys: ['export'],
  jobs: ['all'],
} as const;
export type Resource = keyof typeof resources;
export type Permission = { [R in Resource]: `${R}:${(typeof resources)[R][number]}` }[Resource];

/** Every permission, in the order of the resources. */
export const permissions = (Object.keys(resources) as Resource[]).flatMap((resource) => resources[resource].map((action) => `${resource}:${action}` as Permission));

/** The resource that a permission is about. */
export const resourceOf = (permission: Permission): Resource => permission.slice(0, permission.indexOf(':')) as Resource;
/** What a permission allows with its resource. */
export const actionOf = (permission: Permission): string => permission.slice(permission.indexOf(':') + 1);

/** Classes of fields; a role lists those that it may see. */
export const fieldClasses = ['ordinary', 'contact', 'health', 'safeguarding', 'finance'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** How far a grant reaches: the school, a department's students, the sections that one teaches, one's own class division, one's own record. */
export const grantScopes = ['school', 'department', 'sections', 'homeroom', 'self'] as const;
export type GrantScope = (typeof grantScopes)[number];
