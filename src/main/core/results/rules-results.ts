import type { ResultRules } from '#contract/results.ts';
import { deciding, gradeClass, groupBy, meanScale, type ClassData, type StudentResult } from './rules-class.ts';
import { honourOf } from './rules-honours.ts';
import { rankAll } from './rules-rank.ts';
import { familyOf } from './rules-scale.ts';
import type { TermNode } from './rules-year.ts';

/** Ranks within groups, each family of scales by itself: places on two scales cannot be compared. */
function rankWithin(data: ClassData, results: readonly StudentResult[], rules: ResultRules, groupOf: (result: StudentResult) => string) {
  const groups = groupBy(results, (result) => {
    const scale = meanScale(data, result.courses);
    return `${groupOf(result)} ${scale ? familyOf(scale) : ''}`;
  });
  return new Map([...groups.values()].flatMap((group) => [...rankAll(group.map((result) => ({ key: result, value: deciding(result.summary, rules) })))]));
}

/** Which ranks to work out: among the class division, among the level, or none (for who may not see everyone). */
export type RankAmong = 'division' | 'level' | null;

/** The results of students of one year for a term, or for the year (`node` is `root`): grades, means, ranks, honours. Order of the input does not matter. */
export function workOutResults(data: ClassData, root: TermNode, node: TermNode, rules: ResultRules, options: { today: string; among: RankAmong }): StudentResult[] {
  const results = gradeClass(data, root, node, rules, options.today);
  if (options.among === null) return results;
  const inDivision = rankWithin(data, results, rules, ({ pupil }) => `${pupil.level} ${pupil.division ?? ''}`);
  const shown = options.among === 'division' ? inDivision : rankWithin(data, results, rules, ({ pupil }) => pupil.level);
  return results.map((result) => {
    const honour = honourOf({
      mean: deciding(result.summary, rules), kind: meanScale(data, result.courses)?.kind ?? null, missing: result.summary.missing,
      grades: result.courses.flatMap(({ mark }) => (mark ? [mark.value] : [])),
      hasIncident: data.incidents.has(result.pupil.studentId), isFirst: inDivision.get(result)?.place === 1,
    }, rules.honours);
    return {
      ...result,
      summary: {
        ...result.summary, rank: rules.showRank ? shown.get(result) ?? null : null,
        honour: honour && { labelEl: honour.labelEl, labelEn: honour.labelEn },
      },
    };
  });
}
