import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Params } from '../../src/main/core/store/reader.ts';
import { findRelatives } from '../../src/main/core/family/repo-households.ts';
import { readAlerts, readAttachments, readConsents } from '../../src/main/core/family/repo-records.ts';
import { findGuardians, readChildren, readGuardiansOf } from '../../src/main/core/people/repo-guardians.ts';
import { readNoContact } from '../../src/main/core/people/repo-no-contact.ts';
import type { Reader } from '../../src/main/core/store/reader.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

/** A reader that keeps the plan of every statement instead of running it. */
function planner(): { db: Reader; steps: string[] } {
  const steps: string[] = [];
  const explain = (sql: string, params: Params = []) => {
    for (const row of school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params)) steps.push((row as { detail: string }).detail);
  };
  const all = <T>(sql: string, params?: Params): T[] => {
    explain(sql, params);
    return [];
  };
  return { steps, db: { all, get: () => undefined, iterate: () => [][Symbol.iterator]() } };
}

/** Tables of tens of thousands of rows that must be reached by an index. */
const large = /^SCAN (person|student|contact_point|guardian_link|student_card|household_member|p|s|g|c|a|o|m)\b/;
const ids = ['01900000-0000-7000-8000-000000000000'];

describe('the queries around a student', () => {
  it.each<[string, (db: Reader) => unknown]>([
    ['no-contact orders', (db) => readNoContact(db, ids, '2026-11-24')],
    ['the children of guardians', (db) => readChildren(db, ids, { all: true })],
    ['the guardians of a list', (db) => readGuardiansOf(db, ids)],
    ['finding a guardian', (db) => findGuardians(db, 'παπα', { all: true }, 12)],
    ['who may share a home', (db) => findRelatives(db, ids[0] ?? '')],
    ['health alerts', (db) => readAlerts(db, ids[0] ?? '')],
    ['consents', (db) => readConsents(db, ids[0] ?? '')],
    ['documents', (db) => readAttachments(db, ids[0] ?? '', ['ordinary'])],
  ])('%s read no large table from end to end', (_name, read) => {
    const { db, steps } = planner();
    read(db);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((step) => large.test(step))).toEqual([]);
  });
});
