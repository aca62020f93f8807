import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { scale } from '../store/schema/index.ts';
import { findUsualScale } from './repo-grades.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

it('the usual scale stays the same one through its versions, and gives way only when it has ended', () => {
  const { reader } = school.environment;
  const first = findUsualScale(reader, '2026-10-01');
  if (!first) throw new Error('a new school has no scale');
  const next = school.plant((db) => {
    const id = db.insert(scale, { nameEl: 'Νέα έκδοση', nameEn: 'New version', kind: 'greek20', min: 0, max: 20, step: 0.1, passMark: 10, validFrom: '2026-11-01' });
    db.update(scale, first, { validTo: '2026-10-31', replacedById: id });
    return id;
  });
  expect(findUsualScale(reader, '2026-10-01')).toBe(first);
  expect(findUsualScale(reader, '2026-11-24')).toBe(next);
  school.plant((db) => db.update(scale, next, { validTo: '2026-12-31' }));
  expect([first, next]).not.toContain(findUsualScale(reader, '2027-01-10'));
});
