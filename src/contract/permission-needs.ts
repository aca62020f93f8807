import { actionOf, permissions, resourceOf, type Permission, type Resource } from './permissions.ts';

/** What stands on a student's record: nobody reaches it who does not see students. */
const onStudents: readonly Resource[] = [
  'guardians', 'enrolments', 'notes', 'health', 'consents', 'attachments', 'grades', 'attendance', 'conduct', 'interventions', 'disclosures', 'privacy',
  'rollover', 'documents', 'imports', 'exports', 'customFields',
];

/** What whole resources need of another: because they have no view of their own, or are chosen by its records, as sections by years and staff. */
const wholeNeeds: Partial<Record<Resource, Permission>> = { assessments: 'grades:draft', grading: 'grades:view', transcripts: 'grades:view', sections: 'structure:view' };

/** What single permissions need besides: marks are entered and posted in the gradebook, which shows grades before they are posted; who gives roles sees which there are; what is done by schedule is an export. */
const ownNeeds: Partial<Record<Permission, Permission>> = { 'grades:edit': 'grades:draft', 'grades:post': 'grades:draft', 'users:administer': 'roles:view', 'schedules:create': 'exports:run', 'schedules:edit': 'exports:run' };

/** What a permission makes no sense without, one step on: changing needs seeing, removing needs changing, and a record about a student needs the student. */
export function needsOf(permission: Permission): Permission[] {
  const resource = resourceOf(permission), action = actionOf(permission);
  const names: (string | null)[] = [
    action === 'view' ? null : `${resource}:view`, action === 'delete' ? `${resource}:edit` : null,
    onStudents.includes(resource) ? 'students:view' : null, wholeNeeds[resource] ?? null, ownNeeds[permission] ?? null,
  ];
  return permissions.filter((each) => each !== permission && names.includes(each));
}

/** Permissions with everything that they need to make sense, each once, in the order of the catalogue. */
export function withNeeds(chosen: readonly Permission[]): Permission[] {
  const found = new Set<Permission>();
  const add = (permission: Permission): void => {
    if (found.has(permission)) return;
    found.add(permission);
    needsOf(permission).forEach(add);
  };
  chosen.forEach(add);
  return permissions.filter((permission) => found.has(permission));
}
