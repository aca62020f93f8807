import { RollbookError } from '#contract/errors.ts';
import { resultRules, type ResultRules } from '#contract/results.ts';
import type { RowScope } from '../access/index.ts';
import { readSetting, readYears, type YearRow } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import { readClassData, readPupils, readTerms, type CourseRow, type PupilRow, type Target, type TermRow } from './repo-class.ts';
import type { ClassData, StudentResult } from './rules-class.ts';
import { defaultRules } from './rules-defaults.ts';
import { workOutResults, type RankAmong } from './rules-results.ts';
import { findNode, treeOf, type TermNode } from './rules-year.ts';

/** How the school works results out, and the setting's `rev`: 0 while nobody has changed it. */
export function readRules(db: Reader): { rules: ResultRules; rev: number } {
  const row = readSetting(db, 'results');
  return row ? { rules: resultRules.parse(row.value), rev: row.rev } : { rules: defaultRules, rev: 0 };
}

/** A year of the school. Throws `notFound`. */
export function needYear(db: Reader, yearId: string): YearRow {
  const year = readYears(db).find(({ id }) => id === yearId);
  if (!year) throw new RollbookError('notFound');
  return year;
}

/** Everything read of a class: its students, the terms as a tree, and what grades are worked out from. */
export interface LoadedClass { pupils: readonly PupilRow[]; terms: readonly TermRow[]; root: TermNode; data: ClassData; courses: ReadonlyMap<string, CourseRow>; rules: ResultRules }

/** Reads a class once; results of its terms and of the year are then worked out without reading again. */
export function loadClass(db: Reader, target: Target, scope: RowScope): LoadedClass {
  const { rules } = readRules(db);
  const terms = readTerms(db, target.yearId);
  const pupils = readPupils(db, target, scope);
  const data = readClassData(db, target.yearId, pupils, terms, { conduct: rules.honours.some(({ cleanConduct }) => cleanConduct) });
  return { pupils, terms, root: treeOf(terms), data, courses: data.courses, rules };
}

/** The results of a loaded class for a term, or for the year (null). Throws `notFound` for a term of another year. */
export function resultsOf(loaded: LoadedClass, termId: string | null, options: { today: string; among: RankAmong }): StudentResult[] {
  const node = findNode(loaded.root, termId);
  if (!node) throw new RollbookError('notFound');
  return workOutResults(loaded.data, loaded.root, node, loaded.rules, options);
}

/** The results of a year for the whole school or part of it: what promotion and documents go by. `today` is an ISO date. */
export function readYearResults(db: Reader, target: Target, scope: RowScope, today: string): StudentResult[] {
  return resultsOf(loadClass(db, target, scope), null, { today, among: scope.all ? 'level' : null });
}
