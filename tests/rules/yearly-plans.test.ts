import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectStudents, readStays } from '../../src/main/core/documents/repo-people.ts';
import { registerCondition, registerSql } from '../../src/main/core/documents/repo-register.ts';
import { readAbsences } from '../../src/main/core/rollover/repo-facts.ts';
import type { Reader } from '../../src/main/core/store/reader.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

/** The plan of what a repository function asks. */
function planOf(read: (db: Reader) => unknown): string[] {
  const steps: string[] = [];
  const explain = (sql: string): void => {
    for (const row of school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, "'1'")}`).all()) steps.push((row as { detail: string }).detail);
  };
  read({ all: (sql) => { explain(sql); return []; }, get: (sql) => { explain(sql); return undefined; }, iterate: (sql) => { explain(sql); return [].values(); } });
  return steps;
}

describe('the query plans of what is done once a year', () => {
  it('named students are found by themselves, not by going through everybody of the year', () => {
    const target = { yearId: 'y', level: null, division: null, studentIds: ['s'], today: '2026-11-24' };
    expect(planOf((db) => selectStudents(db, { all: true }, target)).join()).toContain('enrolment_student (studentId=? AND yearId=?)');
    expect(planOf((db) => readStays(db, ['s'], 'y', '2026-11-24')).join()).toContain('enrolment_student (studentId=? AND yearId=?)');
  });

  it('the office\'s mark beside a teacher\'s is found by student and date', () => {
    const plan = planOf((db) => readAbsences(db, '2026-09-11', '2027-06-15', 7));
    expect(plan.filter((step) => /SEARCH o\b/.test(step)).join()).toMatch(/\(studentId=\? AND date=\?/);
  });

  it('a page of the register of documents comes in order from its index', () => {
    const { sql } = registerCondition({ kind: null, status: null, studentId: null, text: '' }, { all: true });
    expect(planOf((db) => db.all(registerSql(sql))).filter((step) => /^SCAN d\b(?! USING)/.test(step))).toEqual([]);
  });
});
