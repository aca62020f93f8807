import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposedYears, retentionKinds } from '#contract/privacy.ts';
import { disclosureCondition, disclosurePageSql } from '../../src/main/core/privacy/repo-disclosures.ts';
import { dueSql } from '../../src/main/core/privacy/repo-due.ts';
import { erasurePageSql } from '../../src/main/core/privacy/repo-erasures.ts';
import { holdPageSql } from '../../src/main/core/privacy/repo-holds.ts';
import { countSql, whoTable } from '../../src/main/core/privacy/repo-kinds.ts';
import { openTestCore, type TestCore } from '../fixtures/core.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

const planOf = (sql: string) =>
  school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "''")}`).all().map((row) => String((row as { detail: string }).detail));
/** Tables that are read from end to end; JSON lists and what the statement itself has made before are small. */
const scansOf = (sql: string) => planOf(sql).filter((step) => /^SCAN (?!json_each|j\b|m\b|w\b|who\b|gone\b|g\b|c\b|\(|CONSTANT)/.test(step));

describe('the plans of what is due', () => {
  const rules = retentionKinds.map((kind) => ({ kind, years: proposedYears[kind], active: true }));

  it('read the enrolments of a whole school once, in order, and everything else by index', () => {
    expect(scansOf(dueSql(rules))).toEqual(['SCAN e USING INDEX enrolment_student']);
  });

  it('find what an erasure of some students takes by index', () => {
    for (const kind of retentionKinds) expect([kind, scansOf(countSql(kind, whoTable))]).toEqual([kind, []]);
  });
});

describe('the plans of the lists', () => {
  it('page the log of disclosures by its day, a student’s by index, and those within a scope without reading all links', () => {
    const filter = { studentId: null, recipient: '', from: null, to: null };
    const { reader } = school.environment;
    const page = (more: object, scope: Parameters<typeof disclosureCondition>[2] = { all: true }) => planOf(disclosurePageSql(disclosureCondition(reader, { ...filter, ...more }, scope).sql));
    expect(page({})[0]).toBe('SCAN d USING INDEX disclosure_date');
    expect(page({ studentId: 'x' }).join()).toContain('disclosure_student_student');
    const narrow = page({}, { all: false, departments: [], staffOf: 'u', homeroomOf: null, homeroomSections: false, selfOf: null });
    expect(narrow.filter((step) => /^SCAN (?!d USING INDEX|json_each)/.test(step) && !/SCAN st\b/.test(step))).toEqual([]);
  });

  it('read the register of erasures from its end, a student’s by index', () => {
    expect(planOf(erasurePageSql('1'))[0]).toMatch(/^SCAN e USING INDEX sqlite_autoindex/);
    expect(planOf(erasurePageSql('e.studentId = @studentId')).join()).toContain('erasure_student');
    expect(planOf(holdPageSql('h.studentId = @studentId')).join()).toContain('legal_hold_student');
  });
});

describe('removing rows', () => {
  /** What refers to a row is looked up for each one that goes. */
  it.each(['attachment', 'guardian_link', 'stored_file', 'incident', 'intervention', 'household', 'disclosure'])('of %s looks up by index what refers to them', (table) => {
    const { connection } = school.environment;
    const children = connection.prepare(`SELECT m.name AS child, f."from" AS "column" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = ?`).all(table) as { child: string; column: string }[];
    const small = ['import_job', 'document_template'];
    for (const { child, column } of children.filter((each) => !small.includes(each.child))) {
      expect([child, planOf(`SELECT rowid FROM "${child}" WHERE "${column}" = 'x'`)]).toEqual([child, [expect.stringMatching(/^SEARCH .* USING (COVERING )?INDEX/)]]);
    }
  });
});
