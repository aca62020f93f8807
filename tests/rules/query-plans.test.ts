import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studentsInScope } from '../../src/main/core/access/index.ts';
import { pageSql } from '../../src/main/core/people/repo-list.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

const planOf = (sql: string) =>
  school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`).all().map((row) => String((row as { detail: string }).detail));

/** A table read from end to end, or sorted in memory: what must not happen at 50,000 students. */
const isSlow = (step: string) => /^SCAN (?!page|f\b|j\b|CONSTANT)/.test(step) || step.includes('USE TEMP B-TREE');

describe('the query plans of the student list', () => {
  it.each(['name', 'studentNo', 'birthDate', 'level'] as const)('a page by %s comes from an index, in both directions', (by) => {
    for (const descending of [false, true]) {
      const [page = ''] = pageSql('c.status = @status', { by, descending }).split(')\n');
      const steps = planOf(page.replace('WITH page AS MATERIALIZED (', ''));
      expect(steps.filter(isSlow)).toEqual([]);
      expect(steps.join()).toContain('USING COVERING INDEX');
    }
  });

  it('a page limited to a teacher or a department looks students up by index', () => {
    for (const scope of [{ all: false, departments: [], staffOf: 'u' }, { all: false, departments: ['d'], staffOf: null }] as const) {
      const { sql } = studentsInScope(scope, 'c.studentId');
      const steps = planOf(`SELECT c.docId FROM student_card c WHERE c.status = @status AND ${sql} ORDER BY c.sortKey, c.studentId LIMIT 100`);
      expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step) && !/SCAN c\b/.test(step))).toEqual([]);
    }
  });
});
