import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { divisionsSql } from '../../src/main/core/attendance/repo-divisions.ts';
import { absentSql } from '../../src/main/core/attendance/repo-calls.ts';
import { takenDaysSql, takenLessonsSql } from '../../src/main/core/attendance/repo-days.ts';
import { plannedSql } from '../../src/main/core/attendance/repo-lessons.ts';
import { dueInDivision, dueInSection, rosterSql } from '../../src/main/core/attendance/repo-roster.ts';
import { marksSql } from '../../src/main/core/attendance/repo-sheet.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

const planOf = (sql: string) =>
  school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`).all().map((row) => String((row as { detail: string }).detail));
/** A table of records read from end to end. Codes are a handful; `due` and JSON lists are the query's own. */
const scans = (sql: string) => planOf(sql).filter((step) => /^SCAN (?!k\b|due\b|d\b|j\b|v\b|json_each|CONSTANT|st\b|bell_period)/.test(step));

describe('the query plans of attendance', () => {
  it.each([
    ['who is due in a division', rosterSql(dueInDivision, '1')], ['who is due in a section', rosterSql(dueInSection, '1')],
    ['the marks of a sheet or a student', marksSql], ['the days taken of divisions', takenDaysSql], ['the lessons taken of sections', takenLessonsSql],
    ['the lessons of a weekday', plannedSql('1')], ['who is absent on a day', absentSql('1')],
  ])('%s: by index, never a whole table', (_what, sql) => { expect(scans(sql)).toEqual([]); });

  it('the days taken are one step in the index of submissions for each day', () => {
    expect(planOf(takenDaysSql).join()).toContain('attendance_submission_day (date=? AND level=? AND division=?)');
  });

  it('divisions are counted from an index of the cards', () => {
    expect(planOf(divisionsSql({ status: 'open' }, { all: true }).sql).join()).toContain('COVERING INDEX card_level');
  });

  it('the triggers that keep the counts find a student\'s other marks by student and date', () => {
    const plan = planOf('SELECT m.codeId FROM attendance_mark m WHERE m.studentId = @a AND m.date = @b AND +m.sectionId IS @c AND +m.period IS @d AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1').join();
    expect(plan).toMatch(/attendance_(student|mark_day) \(studentId=\? AND date=\?/);
  });
});
