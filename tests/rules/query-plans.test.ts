import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionsInScope, studentsInScope, type RowScope } from '../../src/main/core/access/index.ts';
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

  const nobody = { all: false, departments: [], staffOf: null, homeroomOf: null, homeroomSections: true, selfOf: null } as const;
  it.each<[string, RowScope]>([
    ['teacher', { ...nobody, staffOf: 'u' }], ['class teacher', { ...nobody, homeroomOf: 'u' }], ['student', { ...nobody, selfOf: 'u' }],
    ...(['now', 'year', 'always'] as const).map((span): [string, RowScope] => [`department, ${span}`, { ...nobody, departments: [{ orgId: 'd', span }] }]),
    ['all of these at once', { ...nobody, staffOf: 'u', homeroomOf: 'u', selfOf: 'u', departments: [{ orgId: 'd', span: 'now' }, { orgId: 'e', span: 'year' }] }],
  ])('a page limited to a %s looks students and sections up by index', (_who, scope) => {
    for (const { sql } of [studentsInScope(scope, 'c.studentId')]) {
      const steps = planOf(`SELECT c.docId FROM student_card c WHERE c.status = @status AND ${sql} ORDER BY c.sortKey, c.studentId LIMIT 100`);
      expect(steps.filter((step) => /^SCAN (?!json_each|academic_year)/.test(step) && !/SCAN c\b/.test(step))).toEqual([]);
    }
    const { sql } = sectionsInScope(scope, 's.id');
    const sections = sql === '0' ? [] : planOf(`SELECT s.id FROM section s WHERE ${sql}`);
    expect(sections.filter((step) => /^SCAN (?!json_each|academic_year|c\b)/.test(step) && !/CONSTANT ROW/.test(step))).toEqual([]);
  });
});
