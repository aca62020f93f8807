import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reader } from '../store/reader.ts';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { findUsualScale, readAbsences, readGiven, readPosted, readPostedGrade } from './repo-grades.ts';
import { countInLineage, isPosted, readCategories, readScheme } from './repo-schemes.ts';
import { findScore, readAssessments, readHighestScore, readScores } from './repo-scores.ts';
import { readMembers, readSection, readSections, readTerms } from './repo-sections.ts';

let school: TestCore;
beforeAll(async () => { school = await openTestCore(); });
afterAll(() => school.close());

/** Runs a repository function on a reader that explains each statement instead of answering it. */
function planOf(read: (db: Reader) => unknown): string[] {
  const steps: string[] = [];
  const explain = (sql: string): void => {
    const plain = sql.replaceAll(/@\w+|\?/g, "'1'");
    for (const row of school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${plain}`).all()) steps.push(String((row as { detail: string }).detail));
  };
  read({ all: (sql) => { explain(sql); return []; }, get: (sql) => { explain(sql); return undefined; }, iterate: (sql) => { explain(sql); return [].values(); } });
  return steps;
}

/** Tables of a few rows (years, scales and the line of a scale's versions) may be read whole; subqueries are small sets of their own; a term's rows may be sorted. */
const isSlow = (step: string): boolean => /^SCAN (?!s\b.*CONSTANT|scale\b|first\b|f\b|\(subquery|m\b|c\b|json_each)/.test(step);

it.each<[string, (db: Reader) => unknown]>([
  ['sections', (db) => readSections(db, { all: true }, 'u', 'y')], ['sections in scope', (db) => readSections(db, { all: false, departments: [{ orgId: 'd', span: 'now' }], staffOf: 'u', homeroomOf: 'u', homeroomSections: true, selfOf: null }, 'u', 'y')],
  ['section', (db) => readSection(db, 's', 'u')], ['terms', (db) => readTerms(db, 's')], ['members', (db) => readMembers(db, 's', 'a', 'b')],
  ['assessments', (db) => readAssessments(db, 's', 't')], ['scores', (db) => readScores(db, 's', 't')], ['scores of one', (db) => readScores(db, 's', 't', 'x')],
  ['cell', (db) => findScore(db, 'a', 's')], ['highest', (db) => readHighestScore(db, 'a')], ['posted', (db) => readPosted(db, 's', 't')], ['posted grade', (db) => readPostedGrade(db, 'g')],
  ['given', (db) => readGiven(db, 's', 't', 'x')], ['absences', (db) => readAbsences(db, 'x', 's', 'a', 'b')], ['scale', (db) => findUsualScale(db, 'a')],
  ['scheme of a section', (db) => readScheme(db, 'section', 's')], ['scheme of a course', (db) => readScheme(db, 'course', 'c')], ['categories', (db) => readCategories(db, 's')],
])('%s are found by an index, never by reading a large table', (_name, read) => {
  expect(planOf(read).filter(isSlow)).toEqual([]);
});

it.each<[string, (db: Reader) => unknown]>([['assessments of a category', (db) => countInLineage(db, 'l', { sectionId: null, courseId: null })], ['whether a scheme was posted by', (db) => isPosted(db, 's')]])(
  '%s: no scan of assessments or grades', (_name, read) => {
    expect(planOf(read).filter((step) => /^SCAN (a|posted_grade)\b/.test(step))).toEqual([]);
  });
