import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { gradeSql, placeSql, pupilSql } from './repo-class.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

const planOf = (sql: string) =>
  school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`).all().map((row) => String((row as { detail: string }).detail));
/** A table read from end to end; only the lists of ids that come with the call may be. */
const scans = (steps: string[]) => steps.filter((step) => /^SCAN (?![jt]\b)/.test(step));

describe('the query plans of results', () => {
  it('find the students of a division, a level or a student by index', () => {
    expect(planOf(pupilSql({ level: 'Β', division: 'Β1' }, '1')).join()).toContain('enrolment_year (yearId=? AND level=? AND division=?');
    expect(planOf(pupilSql({ studentId: 'x' }, '1')).join()).toContain('enrolment_student');
    for (const narrow of [{}, { level: 'Β' }, { level: 'Β', division: null }, { studentId: 'x' }]) expect(scans(planOf(pupilSql(narrow, '1')))).toEqual([]);
  });
  it('read grades and places by student', () => {
    expect(scans(planOf(gradeSql))).toEqual([]);
    expect(planOf(gradeSql).join()).toContain('posted_grade_student (studentId=? AND termId=?)');
    expect(scans(planOf(placeSql))).toEqual([]);
    expect(planOf(placeSql).join()).toContain('section_enrolment_student');
  });
});
