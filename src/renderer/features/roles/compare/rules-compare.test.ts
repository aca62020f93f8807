import { expect, it } from 'vitest';
import { compareRoles, differing } from './rules-compare.ts';

const first = { permissions: ['students:view', 'students:edit'], fieldClasses: ['ordinary', 'contact'] } as const;
const second = { permissions: ['students:view', 'grades:view'], fieldClasses: ['ordinary'] } as const;

it('sets two roles side by side, and leaves out what neither gives', () => {
  const compared = compareRoles(first, second);
  expect(compared.permissions).toEqual([
    { item: 'students:view', first: true, second: true }, { item: 'students:edit', first: true, second: false }, { item: 'grades:view', first: false, second: true },
  ]);
  expect([compared.onlyFirst, compared.onlySecond]).toEqual([1, 1]);
  expect(differing(compared.fieldClasses)).toEqual([{ item: 'contact', first: true, second: false }]);
});
