import type { Explanation } from '#contract/grading-parts.ts';
import type { Reader } from '../store/reader.ts';
import { computeStandings, schemeHead, toResult, type Ledger } from './load-gradebook.ts';
import { readScores } from './repo-scores.ts';
import { divide, isZero, ratio, toNumber, zero, add, type Ratio } from './rules-ratio.ts';

const shown = (value: Ratio | null): number | null => value && toNumber(value);

/** Opens a student's grade of a term to what it was computed from. The student has been found among the ledger's members. */
export function explain(db: Reader, ledger: Ledger, studentId: string): Explanation {
  const { section, term, assessments, resolved, scale } = ledger;
  const scores = term ? readScores(db, section.id, term.id, studentId) : [];
  const [standing] = computeStandings(db, ledger, [studentId], scores);
  if (!standing) throw new Error('a standing for each student');
  const byAssessment = new Map(scores.map((score) => [score.assessmentId, score]));
  const assessmentOf = new Map(assessments.map((one) => [one.id, one]));
  const given = standing.parts.filter(({ value }) => value !== null).reduce((sum, { term: part }) => add(sum, ratio(part.weight)), zero);
  return {
    result: toResult(standing, scale), scale, scheme: schemeHead(resolved),
    categories: (standing.course?.categories ?? []).map((category) => {
      const names = resolved.categories.find(({ id }) => id === category.id);
      return {
        id: category.id, nameEl: names?.nameEl ?? null, nameEn: names?.nameEn ?? null, weight: category.weight, dropLowest: category.dropLowest,
        percent: shown(category.percent), share: shown(category.share),
        items: category.items.flatMap(({ id, fate, percent }) => {
          const one = assessmentOf.get(id);
          if (!one) return [];
          const score = byAssessment.get(id);
          const { title, dueDate, maxScore, weight } = one;
          return [{ assessmentId: id, title, dueDate, maxScore, weight, state: score?.state ?? null, value: score?.value ?? null, percent: shown(percent), fate }];
        }),
      };
    }),
    parts: standing.parts.map(({ term: part, value, percent }) => ({
      termId: part.id, nameEl: part.nameEl, nameEn: part.nameEn, weight: part.weight, value, percent: shown(percent),
      share: value === null || isZero(given) ? null : toNumber(divide(ratio(part.weight), given)),
    })),
  };
}
