import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failingSql, schedulesSql } from '../../src/main/core/schedules/repo.ts';
import { leftFilesSql, runsSql } from '../../src/main/core/schedules/repo-runs.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

const planOf = (sql: string) => school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "''")}`).all().map((row) => String((row as { detail: string }).detail));

describe('the plans of schedules', () => {
  it('page the runs of one from their index, already in order', () => {
    const plan = planOf(runsSql);
    expect(plan[0]).toContain('SEARCH r USING INDEX schedule_run_of (scheduleId=?)');
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it('find the files that one has left by the same', () => expect(planOf(leftFilesSql)[0]).toContain('schedule_run_of'));

  it('read the schedules, of which a school has a handful, once, and of each its last run by index', () => {
    expect(planOf(schedulesSql('1')).filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN s']);
    expect(planOf(failingSql).filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN s']);
    expect(planOf(failingSql).join()).toContain('SEARCH r USING INDEX schedule_run_of');
  });
});
