import { RollbookError } from '#contract/errors.ts';
import type { Gradebook, Result } from '#contract/grading-parts.ts';
import { localDate } from '../kernel/dates.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Reader } from '../store/reader.ts';
import { findUsualScale, readPosted, readScale, type ScaleRow } from './repo-grades.ts';
import { readCategories, readScheme, type CategoryRow, type SchemeRow } from './repo-schemes.ts';
import { readAssessments, readScores, type AssessmentRow, type ScoreRow } from './repo-scores.ts';
import { readMembers, readSection, readTerms, type MemberRow, type SectionRow, type TermRow } from './repo-sections.ts';
import { computeCourse, type CourseResult, type Item } from './rules-course.ts';
import { combineTerms, postingState } from './rules-posting.ts';
import { add, divide, isZero, ratio, toNumber, zero, type Ratio } from './rules-ratio.ts';
import { ontoScale, roundToScale } from './rules-scale.ts';
import { chooseTerm, termsOf } from './rules-terms.ts';

/** The scheme that holds for a section; `scheme` undefined where nobody has made any: all work then counts alike. */
export interface ResolvedScheme { scheme: SchemeRow | undefined; categories: CategoryRow[]; missingPolicy: 'zero' | 'drop' }

/** Looks a section's scheme up: its own, else its course's, else the school's. */
export function resolveScheme(db: Reader, section: { id: string; courseId: string }): ResolvedScheme {
  const scheme = readScheme(db, 'section', section.id) ?? readScheme(db, 'course', section.courseId) ?? readScheme(db, 'school', null);
  return { scheme, categories: scheme ? readCategories(db, scheme.id) : [], missingPolicy: scheme?.missingPolicy ?? 'zero' };
}

/** A section's term with all that a grade is made of. */
export interface Ledger {
  section: SectionRow; terms: TermRow[]; term: TermRow | null; parts: TermRow[]; scale: ScaleRow; resolved: ResolvedScheme;
  assessments: AssessmentRow[]; members: MemberRow[]; today: string;
}

/** Reads what a section's term is made of, short of the scores. The caller has checked the scope. Throws `notFound` for a term of another section. */
export function readLedger(ctx: QueryContext | CommandContext, sectionId: string, termId: string | null): Ledger {
  const section = readSection(ctx.db, sectionId, ctx.userId());
  if (!section) throw new RollbookError('notFound');
  const today = localDate(ctx.now);
  const { terms: all, taught } = readTerms(ctx.db, sectionId);
  const terms = termsOf(all, taught);
  const term = termId === null ? chooseTerm(terms, today) : terms.find(({ id }) => id === termId);
  if (termId !== null && !term) throw new RollbookError('notFound');
  const scaleId = section.scaleId ?? findUsualScale(ctx.db, term?.startDate ?? today);
  const scale = scaleId ? readScale(ctx.db, scaleId) : undefined;
  if (!scale) throw new RollbookError('refused', { messageKey: 'noScale' });
  return {
    section, terms, term: term ?? null, scale, today, resolved: resolveScheme(ctx.db, section), parts: terms.filter(({ parentId }) => term && parentId === term.id),
    assessments: term ? readAssessments(ctx.db, sectionId, term.id) : [],
    members: term ? readMembers(ctx.db, sectionId, term.startDate, term.endDate) : [],
  };
}

/** The category of the resolved scheme that an assessment stands in: the same one, or the one that carries it on. */
export function categoryIn({ categories }: ResolvedScheme, { categoryId, lineage }: Pick<AssessmentRow, 'categoryId' | 'lineage'>): string | null {
  return categoryId === null ? null : (categories.find((one) => one.lineage === lineage)?.id ?? null);
}

/** What every student's grade of a term is made of, and what it comes to. */
export interface Standing { studentId: string; percent: Ratio | null; covered: Ratio; course: CourseResult | null; parts: { term: TermRow; value: number | null; percent: Ratio | null }[] }

/** Works out the standing of some students of a term (null: of all), from their scores or from the grades of the terms under it. */
export function computeStandings(db: Reader, ledger: Ledger, studentIds: readonly string[] | null, scores: readonly ScoreRow[]): Standing[] {
  const ids = studentIds ?? ledger.members.map(({ id }) => id);
  if (ledger.parts.length > 0) return ofParts(db, ledger, ids);
  const byCell = new Map(scores.map((score) => [`${score.assessmentId} ${score.studentId}`, score]));
  const work = ledger.assessments.map((one) => ({ id: one.id, categoryId: categoryIn(ledger.resolved, one), maxScore: one.maxScore, weight: one.weight }));
  return ids.map((studentId) => {
    const items = work.map((one): Item => {
      const score = byCell.get(`${one.id} ${studentId}`);
      return { ...one, state: score?.state ?? null, value: score?.value ?? null };
    });
    const course = computeCourse(ledger.resolved, items);
    return { studentId, percent: course.percent, covered: course.covered, course, parts: [] };
  });
}

function ofParts(db: Reader, { section, parts, scale }: Ledger, ids: readonly string[]): Standing[] {
  const scales = new Map<string, ScaleRow>([[scale.id, scale]]);
  const grades = new Map<string, { value: number; scale: ScaleRow }>();
  for (const term of parts) {
    for (const { studentId, value, scaleId } of readPosted(db, section.id, term.id)) {
      const own = scales.get(scaleId) ?? readScale(db, scaleId) ?? scale;
      scales.set(scaleId, own);
      grades.set(`${term.id} ${studentId}`, { value, scale: own });
    }
  }
  const all = parts.reduce((sum, { weight }) => add(sum, ratio(weight)), zero);
  return ids.map((studentId) => {
    const rows = parts.map((term) => {
      const grade = grades.get(`${term.id} ${studentId}`);
      return { term, value: grade?.value ?? null, scale: grade?.scale ?? scale, weight: term.weight };
    });
    const given = rows.filter(({ value }) => value !== null).reduce((sum, { weight }) => add(sum, ratio(weight)), zero);
    return {
      studentId, percent: combineTerms(rows), covered: isZero(all) ? zero : divide(given, all), course: null,
      parts: rows.map((row) => ({ term: row.term, value: row.value, percent: row.value === null ? null : combineTerms([{ ...row, weight: 1 }]) })),
    };
  });
}

/** A standing as the grid shows it. */
export function toResult({ studentId, percent, covered }: Standing, scale: ScaleRow): Result {
  return { studentId, percent: percent && toNumber(percent), value: percent && roundToScale(ontoScale(percent, scale), scale), covered: toNumber(covered) };
}

/** The head of the scheme that holds, for screens. */
export function schemeHead({ scheme, categories, missingPolicy }: ResolvedScheme): Gradebook['scheme'] {
  return {
    id: scheme?.id ?? null, version: scheme?.version ?? 0, level: scheme?.level ?? 'none', missingPolicy,
    categories: categories.map(({ lineage: _lineage, ...one }) => one),
  };
}

/** The whole grid of a section and term. */
export function loadGradebook(ctx: QueryContext, sectionId: string, termId: string | null): Gradebook {
  const ledger = readLedger(ctx, sectionId, termId);
  const { section, terms, term, scale, resolved, today } = ledger;
  const hasParts = ledger.parts.length > 0;
  const scores = term && !hasParts ? readScores(ctx.db, sectionId, term.id) : [];
  const standings = computeStandings(ctx.db, ledger, null, scores);
  return {
    section: {
      id: section.id, code: section.code, courseEl: section.courseEl, courseEn: section.courseEn, level: section.level, division: section.division,
      isOwn: section.isOwn === 1, yearId: section.yearId, yearLabel: section.yearLabel, isClosed: section.yearStatus === 'closed',
    },
    terms: terms.map(({ lockedAt, ...one }) => ({ ...one, posting: postingState({ ...one, lockedAt }, today), hasParts: terms.some(({ parentId }) => parentId === one.id) })),
    termId: term?.id ?? null, scale, scheme: schemeHead(resolved),
    assessments: hasParts ? [] : ledger.assessments.map(({ sectionId: _section, termId: _term, lineage, ...one }) => ({ ...one, categoryId: categoryIn(resolved, { ...one, lineage }) })),
    students: ledger.members.map(({ startDate, endDate, ...student }) => ({
      ...student, enteredOn: term && startDate > term.startDate ? startDate : null,
      leftOn: term && endDate !== null && endDate < term.endDate ? endDate : null,
    })),
    scores,
    parts: standings.flatMap(({ studentId, parts }) => parts.flatMap(({ term: part, value }) => (value === null ? [] : [{ studentId, termId: part.id, value }]))),
    results: standings.map((standing) => toResult(standing, scale)),
    posted: term ? readPosted(ctx.db, sectionId, term.id).map(({ id, studentId, value, isOverride, isCorrection }) =>
      ({ id, studentId, value, isOverride: isOverride === 1, isCorrection: isCorrection === 1 })) : [],
  };
}
