import { gradingHandlers, resolveScheme } from '../../grading/index.ts';
import { perform } from '../../kernel/perform.ts';
import { readSections } from '../../oneroster/index.ts';
import { foldText } from '../../search/index.ts';
import { refusedMeaning, type Meaning } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { findByName } from '../targets/find-by-name.ts';
import { readNames, readScoresOf } from '../targets/repo-targets.ts';
import type { BundleValues } from './bundle-index.ts';
import { changesOf, keptMeaning, newOf, noReference, sameMeaning, type Resolve } from './bundle-plan.ts';
import { readAssessmentFacts, readRootTerms, readSessionIds } from './repo-assessments.ts';

/** How grades are weighed is the school's own: kinds of work are matched by name, none is made. */
export const resolveCategories: Resolve = (_db, items) => items.map(({ values }) => keptMeaning(values.title ?? ''));

const itemColumns = ['title', 'description', 'dueDate', 'resultValueMax', 'metadata.weight'];
const asNumber = (a: string, b: string) => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

/** Pieces of work. */
export const resolveLineItems: Resolve = (db, items, bundle) => {
  bundle.load(db, 'classes', items.map(({ values }) => values.classSourcedId ?? ''));
  const sections = new Set(readSections(db, { ids: items.flatMap(({ values }) => [...bundle.candidates('classes', values.classSourcedId ?? ''), bundle.own('classes', values.classSourcedId ?? '') ?? '']) }).map((row) => row.id));
  const sectionOf = (values: BundleValues) => bundle.refer('classes', values.classSourcedId ?? '', (id) => sections.has(id));
  const known = readAssessmentFacts(db, [...sections]);
  const roots = readRootTerms(db), sessions = readSessionIds(db);
  return items.map(({ id, values, isGone }): Meaning => {
    const label = values.title ?? id, sectionId = sectionOf(values);
    if (isGone) return keptMeaning(label);
    if (sectionId === undefined) return refusedMeaning(label, [noReference('classSourcedId', values.classSourcedId ?? '')]);
    const period = values.gradingPeriodSourcedId ?? '', session = bundle.refer('academicSessions', period, (own) => sessions.has(own));
    if (session === undefined) return refusedMeaning(label, [noReference('gradingPeriodSourcedId', period)]);
    const termOf = (own: string) => roots.get(own) ?? own;
    const mine = known.filter((each) => each.sectionId === sectionId);
    const own = mine.find((each) => bundle.candidates('lineItems', id).includes(each.id)) ?? mine.find((each) => session !== null && each.termId === termOf(session) && foldText(each.title) === foldText(label));
    bundle.settle('lineItems', id, own?.id ?? null);
    const max = Number(values.resultValueMax || own?.maxScore || 20);
    return {
      label, studentId: null, key: `assessment ${values.classSourcedId} ${period} ${foldText(label)} ${values.dueDate ?? ''}`, isNew: !own, problems: max > 0 ? [] : [problem('bundleValue', null, { column: 'resultValueMax', value: values.resultValueMax ?? '' })], notes: [],
      cells: own
        ? changesOf(values, { title: own.title, description: own.description ?? '', dueDate: own.dueDate, resultValueMax: String(own.maxScore), 'metadata.weight': String(own.weight) }, itemColumns, asNumber)
        : newOf(values, itemColumns),
      write(ctx) {
        const section = bundle.needReferred('classes', values.classSourcedId ?? '', sectionId), courseId = readSections(ctx.db, { ids: [section] })[0]?.courseId ?? '';
        const { categories } = resolveScheme(ctx.db, { id: section, courseId });
        const title = bundle.index.find('categories', values.categorySourcedId ?? '')?.title ?? '';
        const category = categories.find((each) => each.id === own?.categoryId) ?? findByName(categories.map((each) => ({ ...each, code: null })), title) ?? categories[0];
        const { id: assessmentId } = perform('assessments.save', gradingHandlers['assessments.save'], ctx, {
          sectionId: section, id: own?.id ?? null, rev: own?.rev ?? null,
          assessment: {
            termId: own?.termId ?? (readRootTerms(ctx.db).get(bundle.needReferred('academicSessions', period, session)) ?? bundle.needReferred('academicSessions', period, session)), title: label.slice(0, 120), maxScore: max,
            weight: Number(values['metadata.weight'] || own?.weight || 1), dueDate: values.dueDate || own?.dueDate || bundle.today, description: values.description || own?.description || null, categoryId: category?.id ?? null,
          },
        });
        bundle.written(ctx, 'lineItems', id, assessmentId);
      },
    };
  });
};

const states = ['scored', 'missing', 'exempt', 'excused', 'absent', 'incomplete', 'late'] as const;
/** What a result means for a cell of the gradebook; null: nothing that a gradebook keeps. */
function stateOf(values: BundleValues): (typeof states)[number] | null {
  const own = states.find((state) => state === values['metadata.state']);
  if (own) return own;
  if (values.scoreStatus === 'exempt') return 'exempt';
  if (values.missing === 'true' || (values.scoreStatus === 'not submitted' && (values.score ?? '') === '')) return 'missing';
  if (values.incomplete === 'true') return 'incomplete';
  if ((values.score ?? '') === '') return null;
  return values.late === 'true' ? 'late' : 'scored';
}

/** Marks: one cell of a gradebook each. */
export const resolveResults: Resolve = (db, items, bundle) => {
  bundle.load(db, 'lineItems', items.map(({ values }) => values.lineItemSourcedId ?? ''));
  bundle.load(db, 'users', items.map(({ values }) => values.studentSourcedId ?? ''));
  const idsOf = (file: 'users' | 'lineItems', column: string) => items.flatMap(({ values }) => [...bundle.candidates(file, values[column] ?? ''), bundle.own(file, values[column] ?? '') ?? '']);
  const names = readNames(db, idsOf('users', 'studentSourcedId')), assessments = new Set(readAssessmentFacts(db, [], idsOf('lineItems', 'lineItemSourcedId')).map(({ id }) => id));
  const scores = readScoresOf(db, [...assessments], [...names.keys()]);
  const byCell = new Map(scores.map((score) => [`${score.assessmentId} ${score.studentId}`, score]));
  return items.map(({ values, isGone }): Meaning => {
    const userKey = values.studentSourcedId ?? '', itemKey = values.lineItemSourcedId ?? '';
    const studentId = bundle.refer('users', userKey, (id) => names.has(id)), assessmentId = bundle.refer('lineItems', itemKey, (id) => assessments.has(id));
    const user = bundle.index.find('users', userKey), item = bundle.index.find('lineItems', itemKey);
    const label = `${names.get(studentId ?? '') ?? (user ? `${user.familyName} ${user.givenName}` : userKey)}: ${item?.title ?? ''}`;
    if (studentId === undefined || (studentId !== null && !names.has(studentId))) return refusedMeaning(label, [noReference('studentSourcedId', userKey)]);
    if (assessmentId === undefined) return refusedMeaning(label, [noReference('lineItemSourcedId', itemKey)]);
    const own = byCell.get(`${assessmentId ?? ''} ${studentId ?? ''}`), state = isGone ? null : stateOf(values);
    if (state === null && (!isGone || !own)) return sameMeaning(label, [], studentId);
    const score = values.score ?? '', value = score === '' ? null : Number(score);
    const max = Number(item?.resultValueMax || 0);
    const said = { 'metadata.state': state ?? '', score: isGone ? '' : score, comment: values.comment ?? '' };
    return {
      label, studentId, key: `result ${userKey} ${itemKey}`, isNew: !own, notes: [],
      problems: value !== null && max > 0 && value > max ? [problem('scoreAboveMax', null, { value: score, max })] : [],
      cells: isGone ? [{ field: 'oneRoster.score', before: own?.value == null ? own?.state ?? null : String(own.value), after: null }]
        : own ? changesOf(said, { 'metadata.state': own.state, score: own.value === null ? '' : String(own.value), comment: own.comment ?? '' }, ['metadata.state', 'score', 'comment'], asNumber)
          : newOf(said, ['metadata.state', 'score', 'comment']),
      write(ctx) {
        const assessment = bundle.needReferred('lineItems', itemKey, assessmentId), facts = readAssessmentFacts(ctx.db, [], [assessment])[0];
        const { sectionId, termId } = bundle.needOwn(facts, itemKey);
        perform('gradebook.saveScores', gradingHandlers['gradebook.saveScores'], ctx, {
          sectionId, termId,
          cells: [{ assessmentId: assessment, studentId: bundle.needReferred('users', userKey, studentId), rev: own?.rev ?? 0, state, value: state === 'scored' || state === 'late' || state === 'incomplete' ? value : null, ...(values.comment ? { comment: values.comment } : {}) }],
        });
      },
    };
  });
};

