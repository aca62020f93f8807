import { describe, expect, it } from 'vitest';
import { permissions, resources } from '#contract/permissions.ts';
import { groupByResource, matrix } from './rules-matrix.ts';
import { createFinder } from './rules-search.ts';

const rows = matrix.flatMap((part) => part.rows);

describe('the matrix', () => {
  it('has every kind of record once', () => {
    expect(rows.map(({ resource }) => resource).toSorted()).toEqual(Object.keys(resources).toSorted());
  });

  it('has every permission once, in a column or among those of its own', () => {
    const cells = rows.flatMap(({ usual, special }) => [...Object.values(usual), ...special]);
    expect(cells.map(({ permission }) => permission).toSorted()).toEqual(permissions.toSorted());
    const grades = rows.find(({ resource }) => resource === 'grades');
    expect(Object.keys(grades?.usual ?? {})).toEqual(['view', 'edit']);
    expect(grades?.special.map(({ action }) => action)).toEqual(['draft', 'post', 'correct']);
  });

  it('groups what is chosen by kind of record', () => {
    expect(groupByResource(['users:view', 'students:edit', 'students:view'])).toEqual([
      { resource: 'students', permissions: ['students:view', 'students:edit'] }, { resource: 'users', permissions: ['users:view'] },
    ]);
  });
});

describe('the search of the matrix', () => {
  const find = createFinder((action) => (action === 'post' ? ['Post', 'Οριστικοποίηση'] : []));
  it.each([
    ['υγεια διορθ', ['health:edit']], ['ΥΓΕΊΑ διορθώνει', ['health:edit']], ['merge', ['students:merge']], ['οριστικοποιηση', ['grades:post']],
    ['gradebook post', ['grades:draft']], ['nothing like it', []],
  ])('finds %s', (typed, expected) => expect([...find(typed)]).toEqual(expected));
  it('finds all of a kind by its name, and everything by nothing', () => {
    expect([...find('backups')]).toEqual(expect.arrayContaining(['backups:run', 'backups:restore']));
    expect(find(' ').size).toBe(permissions.length);
  });
});
