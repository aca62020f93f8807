import type { Output } from '#contract/index.ts';
import type { RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import { readYears } from '../settings/index.ts';
import { loadClass, readRules, resultsOf, type LoadedClass } from './read-results.ts';
import { readPupils, type PupilRow } from './repo-class.ts';
import { readPostedHistory, type PostedHistoryRow } from './repo-lists.ts';
import type { StudentResult } from './rules-class.ts';
import { markOf } from './rules-scale.ts';
import { listNodes } from './rules-year.ts';

type YearResult = Output<'results.student'>['years'][number];
type CourseLine = YearResult['courses'][number];

const nothing: StudentResult['summary'] = {
  mean: null, weightedMean: null, meanGap: 'none', meanPasses: null, gpa: null, passed: 0, failing: 0, missing: 0, rank: null, honour: null, yearPassed: null,
};

/** Everything posted for a student, the latest year first. The class is read along where it ranks the student, and only for who may see all of it. */
export function readStudentResults(db: Reader, studentId: string, scope: RowScope, today: string): Output<'results.student'> {
  const history = readPostedHistory(db, studentId);
  const ranks = scope.all && (readRules(db).rules.showRank || readRules(db).rules.honours.length > 0);
  return {
    years: readYears(db).flatMap((year): YearResult[] => {
      const own = readPupils(db, { yearId: year.id, studentId }, scope)[0];
      if (!own) return [];
      const target = ranks ? { yearId: year.id, level: own.level, division: own.division } : { yearId: year.id, studentId };
      return [{ id: year.id, label: year.label, status: year.status, level: own.level, division: own.division, ...yearOf(loadClass(db, target, scope), own, history, today) }];
    }),
  };
}

function yearOf(loaded: LoadedClass, own: PupilRow, history: readonly PostedHistoryRow[], today: string): Pick<YearResult, 'terms' | 'courses' | 'summary'> {
  const among = loaded.pupils.length > 1 ? 'division' : null;
  const resultIn = (termId: string | null) =>
    resultsOf(loaded, termId, { today, among }).find(({ pupil }) => pupil.studentId === own.studentId);
  const terms = listNodes(loaded.root).flatMap(({ id }) => {
    const term = loaded.terms.find((one) => one.id === id);
    return term && term.type !== 'year' ? [term] : [];
  });
  const inTerms = terms.map((term) => ({ term, result: resultIn(term.id) }));
  const year = resultIn(null);
  const posted = history.filter(({ termId }) => loaded.terms.some(({ id }) => id === termId));
  const ids = new Set([...posted.map(({ courseId }) => courseId), ...[year, ...inTerms.map(({ result }) => result)].flatMap((result) => result?.courses ?? []).map(({ courseId }) => courseId)]);
  return {
    terms: inTerms.map(({ term, result }) => ({ id: term.id, nameEl: term.nameEl, nameEn: term.nameEn, summary: result?.summary ?? nothing })),
    courses: [...loaded.courses.values()].filter(({ id }) => ids.has(id)).map(({ id, code, nameEl, nameEn, credits }): CourseLine => {
      const inYear = year?.courses.find(({ courseId }) => courseId === id);
      return {
        course: { id, code, nameEl, nameEn, credits }, year: inYear?.mark ?? null, yearGap: inYear?.gap ?? null,
        grades: gradesOf(loaded, posted.filter(({ courseId }) => courseId === id)),
      };
    }),
    summary: year?.summary ?? nothing,
  };
}

/** The live grades of a course, each with those that it replaced, latest first; who replaced them and why stands with the newer one. */
function gradesOf({ data }: LoadedClass, posted: readonly PostedHistoryRow[]): CourseLine['grades'] {
  const markFor = ({ scaleId, value }: PostedHistoryRow) => {
    const scale = data.scales.get(scaleId);
    return scale && markOf(scale, value);
  };
  return posted.filter(({ replacedById }) => replacedById === null).flatMap((row) => {
    const mark = markFor(row);
    if (!mark) return [];
    const replaced: CourseLine['grades'][number]['replaced'] = [];
    for (let newer = row; ;) {
      const older = posted.find(({ replacedById }) => replacedById === newer.id);
      const olderMark = older && markFor(older);
      if (!older || !olderMark) break;
      replaced.push({ mark: olderMark, reason: newer.reason, by: newer.author, at: newer.createdAt });
      newer = older;
    }
    return [{ termId: row.termId, postedId: row.id, mark, isCorrection: replaced.length > 0, replaced }];
  });
}
