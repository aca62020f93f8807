import { describe, expect, it } from 'vitest';
import type { Permission } from '#contract/permissions.ts';
import { difference, givable, mayGive, tick } from './rules-draft.ts';

describe('ticking permissions', () => {
  it('ticks what a permission needs, and says so', () => {
    expect(tick([], ['grades:post'], true)).toEqual({
      chosen: ['students:view', 'grades:view', 'grades:draft', 'grades:post'], also: ['students:view', 'grades:view', 'grades:draft'],
    });
  });

  it('says nothing of what was there already or was asked for', () => {
    expect(tick(['students:view'], ['notes:view', 'notes:create'], true)).toEqual({ chosen: ['students:view', 'notes:view', 'notes:create'], also: [] });
  });

  it('clears what cannot be without it', () => {
    const before: Permission[] = ['students:view', 'students:edit', 'grades:view', 'settings:view'];
    expect(tick(before, ['students:view'], false)).toEqual({ chosen: ['settings:view'], also: ['students:edit', 'grades:view'] });
    expect(tick(before, ['students:edit'], false)).toEqual({ chosen: ['students:view', 'grades:view', 'settings:view'], also: [] });
  });
});

describe('giving', () => {
  const held = new Set<Permission>(['students:view', 'grades:post', 'settings:view']);
  it('needs the permission and what it needs', () => {
    expect(mayGive(held, 'students:view')).toBe(true);
    expect(mayGive(held, 'grades:post')).toBe(false);
  });
  it('takes over from a role what may be given', () => {
    expect(givable(['settings:view', 'grades:post', 'students:view', 'students:edit'], held)).toEqual(['students:view', 'settings:view']);
  });
});

it('tells what was added and what was removed', () => {
  expect(difference(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] });
});
