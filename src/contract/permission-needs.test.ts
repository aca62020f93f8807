import { describe, expect, it } from 'vitest';
import { needsOf, withNeeds } from './permission-needs.ts';
import { permissions, type Permission } from './permissions.ts';
import { roleNames, roles } from './roles-built-in.ts';

describe('what permissions need', () => {
  it.each<[Permission, Permission[]]>([
    ['students:view', ['students:view']],
    ['students:merge', ['students:view', 'students:merge']],
    ['health:delete', ['students:view', 'health:view', 'health:edit', 'health:delete']],
    ['enrolments:create', ['students:view', 'enrolments:create']],
    ['enrolments:delete', ['students:view', 'enrolments:edit', 'enrolments:delete']],
    ['customFields:delete', ['students:view', 'customFields:edit', 'customFields:delete']],
    ['sections:view', ['structure:view', 'sections:view']],
    ['grades:view', ['students:view', 'grades:view']],
    ['grades:post', ['students:view', 'grades:view', 'grades:draft', 'grades:post']],
    ['grades:correct', ['students:view', 'grades:view', 'grades:correct']],
    ['assessments:delete', ['students:view', 'assessments:edit', 'assessments:delete', 'grades:view', 'grades:draft']],
    ['transcripts:create', ['students:view', 'grades:view', 'transcripts:create']],
    ['grading:configure', ['students:view', 'grades:view', 'grading:configure']],
    ['rollover:run', ['students:view', 'rollover:run']],
    ['exports:run', ['students:view', 'exports:run']],
    ['documents:void', ['students:view', 'documents:void']],
    ['users:administer', ['users:view', 'users:administer', 'roles:view']],
    ['backups:restore', ['backups:restore']],
    ['schedules:view', ['schedules:view']],
    ['schedules:create', ['students:view', 'exports:run', 'schedules:view', 'schedules:create']],
    ['schedules:delete', ['students:view', 'exports:run', 'schedules:view', 'schedules:edit', 'schedules:delete']],
  ])('%s comes with %j', (permission, expected) => expect(withNeeds([permission])).toEqual(expected));

  it('are complete after one pass, in the order of the catalogue, and take nothing away', () => {
    for (const permission of permissions) {
      const once = withNeeds([permission]);
      expect(withNeeds(once)).toEqual(once);
      expect(once).toContain(permission);
      expect(once.flatMap(needsOf).filter((need) => !once.includes(need))).toEqual([]);
    }
    expect(withNeeds([...permissions].reverse())).toEqual(permissions);
    expect(withNeeds([])).toEqual([]);
  });

  it.each(roleNames)('are met by the built-in role %s', (name) => {
    const held: readonly Permission[] = roles[name].permissions;
    expect(withNeeds(held).filter((permission) => !held.includes(permission))).toEqual([]);
  });
});
