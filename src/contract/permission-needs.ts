import { actionOf, permissions, resourceOf, resources, type Permission } from './permissions.ts';

/** What a permission needs besides the view of its own resource. */
const also: Partial<Record<Permission, readonly Permission[]>> = {
  'grades:draft': ['grades:view'], 'grades:edit': ['grades:draft'], 'grades:post': ['grades:draft'],
};
/** Records that stand on a student, and other things that nobody can use without seeing students. */
const aboutStudents: ReadonlySet<string> = new Set([
  'guardians', 'enrolments', 'notes', 'health', 'consents', 'attachments', 'rollover', 'assessments', 'grades', 'transcripts', 'attendance', 'conduct', 'interventions',
  'insight', 'documents', 'exports', 'disclosures', 'customFields', 'imports',
]);
/** Resources that are worked on in the gradebook, shown with grades, or chosen by year and staff. */
const viewElsewhere: Partial<Record<string, Permission>> = { assessments: 'grades:draft', transcripts: 'grades:view', grading: 'grades:view', sections: 'structure:view' };

/** What a permission makes no sense without, directly. */
export function needsOf(permission: Permission): Permission[] {
  const resource = resourceOf(permission), action = actionOf(permission);
  const actions: readonly string[] = resources[resource];
  const needs: (Permission | undefined)[] = [...(also[permission] ?? []), viewElsewhere[resource]];
  if (action !== 'view' && actions.includes('view')) needs.push(`${resource}:view` as Permission);
  if (action === 'delete' && actions.includes('edit')) needs.push(`${resource}:edit` as Permission);
  if (resource === 'students' ? action !== 'view' : aboutStudents.has(resource)) needs.push('students:view');
  return [...new Set(needs.flatMap((each) => (each === undefined || each === permission ? [] : [each])))];
}

/** Permissions with everything that they need, in the order of the catalogue. */
export function withNeeds(chosen: readonly Permission[]): Permission[] {
  const all = new Set<Permission>();
  const add = (permission: Permission) => {
    if (all.has(permission)) return;
    all.add(permission);
    for (const need of needsOf(permission)) add(need);
  };
  for (const permission of chosen) add(permission);
  return permissions.filter((permission) => all.has(permission));
}
