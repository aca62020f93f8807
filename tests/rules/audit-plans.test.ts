import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesSql, auditSql, findSpan, readActors, type AuditQuery } from '../../src/main/core/audit/repo-audit.ts';
import { touchesRecords } from '../../src/main/core/journal/audit-entry.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

const size = 100_000;
const key = (kind: number, n: number) => `0198a0${kind}0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const user = (n: number) => key(1, n);
const student = (n: number) => key(2, n);
let school: TestCore;
beforeAll(async () => {
  school = await openTestCore();
  fillJournal();
}, 60_000);
afterAll(() => school.close());

/** A journal of some years: forty people, seven hundred students; one change set in nine is a noted reading or refusal, one left nothing. */
function fillJournal(): void {
  const db = school.environment.connection;
  const hash = 'a'.repeat(64);
  const insertSet = db.prepare(`INSERT INTO change_set (id, uid, at, actorId, device, procedure, rows, entities, previousHash, hash, format) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, 2)`);
  const insertChange = db.prepare(`INSERT INTO row_change (changeSetId, entity, rowId, action, before) VALUES (?, 'student', ?, 'U', '{}')`);
  const insertEntry = db.prepare(`INSERT INTO audit_entry (id, rev, createdAt, updatedAt, changeSetId, kind, detail, targetId, times) VALUES (?, 1, 1, 1, ?, ?, 'health', ?, 1)`);
  const seal = db.prepare('UPDATE change_set SET hash = ? WHERE id = ?');
  const procedures = ['students.update', 'notes.save', 'guardians.save', 'enrolments.save', 'attendance.submit', 'grades.save', 'users.update', 'auth.lock', 'health.list'];
  const start = Number(db.prepare('SELECT max(id) FROM change_set').pluck().get()) + 1;
  db.transaction(() => {
    for (let i = 0; i < size; i += 1) {
      const procedure = procedures[i % procedures.length] ?? '';
      const isEntry = procedure === 'health.list', isEmpty = procedure === 'auth.lock', about = student(i % 700);
      insertSet.run(start + i, String(i), 1_700_000_000_000 + i * 60_000, user(i % 40), procedure, isEmpty ? 0 : 1, isEmpty ? '[]' : isEntry ? '["audit_entry"]' : '["student"]', hash, isEntry ? '' : hash);
      if (isEntry) insertEntry.run(`entry-${i}`, start + i, i % 5 ? 'sensitiveRead' : 'denied', about);
      else if (!isEmpty) insertChange.run(start + i, about);
      if (isEntry) seal.run(hash, start + i);
    }
  })();
}

const nothing: AuditQuery = { actorId: null, procedure: null, procedures: null, kind: null, ids: null, span: null };
const filters: Record<string, Partial<AuditQuery>> = {
  everything: {},
  'a person': { actorId: user(3) },
  'a procedure': { procedure: 'notes.save' },
  'a resource': { procedures: ['students.update', 'students.create', 'students.archive'] },
  changes: { kind: 'change' },
  refusals: { kind: 'denied' },
  'a record': { ids: [student(5)] },
  'a record, readings only': { ids: [student(5)], kind: 'sensitiveRead' },
  'a month': { span: { first: 50_000, last: 90_000, from: 0, to: 9e15 } },
  'a person in a resource, refused': { actorId: user(3), procedures: ['health.list'], kind: 'denied' },
};
const planOf = (sql: string) =>
  school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`).all().map((row) => String((row as { detail: string }).detail));
/** The journal read from end to end or sorted in memory. `SCAN c` goes along the numbers of the change sets and stops with the page. */
const isSlow = (step: string) => /^SCAN (?!c\b|json_each|n\b)/.test(step) || step.includes('USE TEMP B-TREE');

describe('the query plans of the audit', () => {
  it.each(Object.keys(filters))('a page of %s comes along an index, unsorted, and so does its count', (name) => {
    const query: AuditQuery = { ...nothing, ...filters[name] };
    const { sql } = entriesSql(query);
    const { from, where } = auditSql(query);
    expect(planOf(sql).filter(isSlow)).toEqual([]);
    expect(planOf(`SELECT count(*) FROM ${from} WHERE ${where}`).filter(isSlow)).toEqual([]);
    // Whoever limits it does not read all the change sets.
    if (name !== 'everything' && name !== 'changes') expect(planOf(sql).filter((step) => /^SCAN c\b/.test(step))).toEqual([]);
  });

  it('days are found along the time, and people one by one', () => {
    const { environment: { reader } } = school;
    const steps = planOf('SELECT min(id) AS first, max(id) AS last FROM change_set WHERE at >= 1 AND at < 2');
    expect(steps).toEqual([expect.stringContaining('SEARCH change_set USING COVERING INDEX change_set_at')]);
    expect(findSpan(reader, 1_700_000_000_000, 1_700_000_060_000)).toMatchObject({ first: expect.any(Number) });
    expect(readActors(reader).length).toBeGreaterThan(0);
  });

  it('the history of changes leaves notes out and still comes along the numbers', () => {
    const steps = planOf(`SELECT c.id FROM change_set c WHERE ${touchesRecords('c')} ORDER BY c.id DESC LIMIT 100`);
    expect(steps.filter(isSlow)).toEqual([]);
  });
});

describe('the audit at a hundred thousand change sets', () => {
  it('answers a page of any filter well within a second', async () => {
    const inputs = [
      {}, { kind: 'denied' as const }, { kind: 'change' as const }, { procedure: 'notes.save' }, { resource: 'students' as const }, { resource: 'health' as const },
      { from: '2023-11-20', to: '2023-12-20' }, { resource: 'health' as const, kind: 'sensitiveRead' as const },
      { actorId: user(3) }, { targetId: student(5) },
    ];
    for (const filter of inputs) {
      for (const offset of [0, 20, 5000]) {
        const started = performance.now();
        const { total } = await school.admin.call('audit.list', { filter, offset, limit: 100 });
        expect(performance.now() - started, JSON.stringify({ filter, offset })).toBeLessThan(1000);
        expect(total).toBeGreaterThan(0);
      }
    }
  });
});
