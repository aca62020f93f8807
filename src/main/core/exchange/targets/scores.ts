import type { ImportProblem } from '#contract/exchange.ts';
import { gradingHandlers, resolveScheme } from '../../grading/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { perform } from '../../kernel/perform.ts';
import { foldText } from '../../search/index.ts';
import { changedCells, newCells, refusedMeaning, type RecordTarget } from '../record-plan.ts';
import { readScore } from '../rules/read-score.ts';
import type { RecordValues } from '../rules/record-values.ts';
import { problem } from '../rules/values.ts';
import { findByName } from './find-by-name.ts';
import { findSection, sectionsByCode } from './find-section.ts';
import { ofStudents } from './of-students.ts';
import { readAssessmentsOf, readPlacesOf, readScoresOf, readSections, readTerms, type KnownAssessment, type KnownSection, type KnownTerm } from './repo-targets.ts';

/** What the highest mark is where neither the file nor the school says so: that of Greek schools. */
const usualMax = 20;

/** The term that a row means: by its name, else the one of its day, else the one that runs. Terms that are made of others hold no scores of their own. */
function findTerm(values: RecordValues, terms: readonly KnownTerm[], today: string): KnownTerm | undefined {
  const leaves = terms.filter(({ parts, type }) => parts === 0 && type !== 'exam');
  if (values.term !== undefined) return findByName(terms.map((term) => ({ ...term, code: null })), values.term) ?? undefined;
  const day = values.dueDate ?? today;
  return leaves.find(({ startDate, endDate }) => startDate <= day && day <= endDate) ?? leaves.filter(({ startDate }) => startDate <= day).at(-1);
}

/** The assessment of a row, made if the section has none of that title in the term. */
function needAssessment(ctx: CommandContext, section: KnownSection, term: KnownTerm, values: RecordValues, today: string): string {
  const title = values.assessment ?? '';
  const known = readAssessmentsOf(ctx.db, [section.id]).find((each) => each.termId === term.id && foldText(each.title) === foldText(title));
  if (known) return known.id;
  const within = today < term.startDate ? term.startDate : today > term.endDate ? term.endDate : today;
  // Where a scheme weighs kinds of work, a new assessment is of the first kind until the teacher says otherwise.
  const categoryId = resolveScheme(ctx.db, section).categories[0]?.id ?? null;
  return perform('assessments.save', gradingHandlers['assessments.save'], ctx, {
    sectionId: section.id, id: null, rev: null,
    assessment: { termId: term.id, title, maxScore: values.maxScore === undefined ? usualMax : Number(values.maxScore), weight: 1, dueDate: values.dueDate ?? within, description: null, categoryId },
  }).id;
}

const stateWord = (state: string, value: number | null) => (value === null ? state : String(value));

/** Scores of the gradebook: one a row, by student, class (or course) and the title of the assessment. */
export const scores: RecordTarget = {
  key: 'scores',
  needsYear: true,
  resolve(ctx, rows, around) {
    const yearId = around.yearId ?? '';
    const sections = readSections(ctx.db, yearId), terms = readTerms(ctx.db, yearId);
    const byCode = sectionsByCode(sections), byId = new Map(sections.map((section) => [section.id, section]));
    return ofStudents(ctx, rows, around, (found) => {
      const ids = found.map(({ studentId }) => studentId);
      const places = readPlacesOf(ctx.db, ids).filter(({ sectionId }) => byId.has(sectionId));
      const of = found.map(({ values, studentId }) => {
        const own = places.filter((place) => place.studentId === studentId);
        const section = findSection(values, byCode, own.flatMap(({ sectionId }) => byId.get(sectionId) ?? []));
        return { section, isIn: 'courseId' in section && own.some(({ sectionId }) => sectionId === section.id) };
      });
      const assessments = readAssessmentsOf(ctx.db, [...new Set(of.flatMap(({ section }) => ('courseId' in section ? [section.id] : [])))]);
      const known = readScoresOf(ctx.db, assessments.map(({ id }) => id), [...new Set(ids)]);
      return found.map(({ values, studentId, label }, i) => {
        const { section, isIn } = of[i] ?? { section: problem('missingValue', 'sectionCode'), isIn: false };
        if (!('courseId' in section)) return refusedMeaning(label, [section]);
        const problems: ImportProblem[] = [], notes: ImportProblem[] = [];
        const term = findTerm(values, terms, around.today);
        if (!term) problems.push(problem('termUnknown', 'term', { value: values.term ?? values.dueDate ?? around.today }));
        if (!isIn) problems.push(problem('notInSection', 'sectionCode', { value: section.code }));
        const read = readScore(values.score ?? '');
        if (!read) problems.push(problem('scoreForm', 'score', { value: values.score ?? '' }));
        const assessment: KnownAssessment | undefined = assessments.find((each) => each.sectionId === section.id && each.termId === term?.id && foldText(each.title) === foldText(values.assessment ?? ''));
        const max = assessment?.maxScore ?? (values.maxScore === undefined ? usualMax : Number(values.maxScore));
        if (read?.value != null && read.value > max) problems.push(problem('scoreAboveMax', 'score', { value: values.score ?? '', max }));
        if (!assessment) notes.push(problem('assessmentMade', 'assessment', { value: values.assessment ?? '', max }));
        const score = assessment && known.find((each) => each.assessmentId === assessment.id && each.studentId === studentId);
        const said = { ...values, score: read ? stateWord(read.state, read.value) : values.score };
        if (!term || !read) return { ...refusedMeaning(`${label}: ${values.assessment ?? ''}`, problems), studentId };
        return {
          label: `${label}: ${section.code}, ${values.assessment ?? ''}`, studentId, key: `${studentId} ${section.id} ${term.id} ${foldText(values.assessment ?? '')}`, isNew: !score, problems, notes,
          cells: score ? changedCells(said, { score: stateWord(score.state, score.value), comment: score.comment ?? '' }) : newCells(said, ['score', 'comment']),
          write: (command) => {
            const assessmentId = needAssessment(command, section, term, values, around.today);
            perform('gradebook.saveScores', gradingHandlers['gradebook.saveScores'], command, {
              sectionId: section.id, termId: term.id,
              cells: [{ assessmentId, studentId, rev: score?.rev ?? 0, state: read.state, value: read.value, ...(values.comment === undefined ? {} : { comment: values.comment }) }],
            });
          },
        };
      });
    });
  },
};
