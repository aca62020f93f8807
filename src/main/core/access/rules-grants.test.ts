import { describe, expect, it } from 'vitest';
import { permissions } from '#contract/permissions.ts';
import { compileGrants, givesOf, type StoredGrant } from './rules-grants.ts';

/** As a school may have stored it with a version that still offered the permission to see files. */
const ownRole = { permissions: JSON.stringify(['students:view', 'files:view', 'exports:run']), fieldClasses: JSON.stringify(['ordinary', 'aura']) };

describe('what a role of the school gives', () => {
  it('leaves out what this version does not know, and keeps the rest', () => {
    expect(permissions).not.toContain('files:view');
    const gives = givesOf('own-role', ownRole);
    expect([...gives.permissions]).toEqual(['students:view', 'exports:run']);
    expect(gives.fieldClasses).toEqual(['ordinary']);
  });

  it('is nothing where there is no such role', () => {
    expect(givesOf('gone', { permissions: null, fieldClasses: null }).permissions.size).toBe(0);
  });

  it('reaches those who hold it', () => {
    const grant: StoredGrant = { id: 'g', role: 'own-role', scope: 'school', orgId: null, startDate: null, endDate: null, ...ownRole };
    expect(compileGrants([grant], []).map((one) => [...one.permissions])).toEqual([['students:view', 'exports:run']]);
  });
});
