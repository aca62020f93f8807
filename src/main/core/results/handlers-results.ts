import { RollbookError } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { writeSetting } from '../settings/index.ts';
import { readYears } from '../settings/index.ts';
import { needStudent } from '../people/index.ts';
import { loadClass, needYear, readRules, resultsOf } from './read-results.ts';
import type { CourseRow, PupilRow } from './repo-class.ts';
import { readTerms } from './repo-class.ts';
import { readDivisions, readMissing, readPostedTerms, readWhy } from './repo-lists.ts';
import { readScales } from './repo-scales.ts';
import { countFilters, isAmong, sortRows } from './rules-list.ts';
import { markOf } from './rules-scale.ts';
import { findNode, leavesOf, lineOf, listNodes, treeOf } from './rules-year.ts';
import { readStudentResults } from './student-results.ts';

const whoOf = ({ studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin, division }: PupilRow) =>
  ({ id: studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin, division });
const headOf = ({ id, code, nameEl, nameEn, credits }: CourseRow) => ({ id, code, nameEl, nameEn, credits });

/** What was stored as JSON; null where it cannot be read. */
function parseInputs(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Results: posted grades by class, level and student, with means, ranks and honours. */
export const resultHandlers: Handlers<Named<'results'>> = {
  'results.rules': (ctx) => readRules(ctx.db),
  'results.saveRules'(ctx, input) {
    if (readRules(ctx.db).rev !== input.rev) throw new RollbookError('conflict');
    return { rev: writeSetting(ctx.db, 'results', input.rules) };
  },
  'results.choices'(ctx) {
    const divisions = readDivisions(ctx.db, ctx.rows());
    const posted = readPostedTerms(ctx.db);
    return {
      years: readYears(ctx.db).map(({ id, label, status, endDate }) => {
        const terms = readTerms(ctx.db, id);
        return {
          id, label, status, endDate,
          terms: listNodes(treeOf(terms)).flatMap(({ id: termId, depth }) => {
            const term = terms.find((one) => one.id === termId);
            return term && term.type !== 'year' ? [{ id: term.id, nameEl: term.nameEl, nameEn: term.nameEn, depth, posted: posted.has(term.id) }] : [];
          }),
          divisions: divisions.filter(({ yearId }) => yearId === id).map(({ level, division }) => ({ level, division })),
        };
      }),
    };
  },
  'results.division'(ctx, input) {
    const scope = ctx.rows();
    const { yearId, level, division } = input;
    const loaded = loadClass(ctx.db, { yearId, level, division }, scope);
    const results = resultsOf(loaded, input.termId, { today: localDate(ctx.now), among: scope.all ? 'division' : null });
    const byId = new Map(loaded.pupils.map((pupil) => [pupil.studentId, pupil]));
    const taken = new Set(results.flatMap(({ courses }) => courses.map(({ courseId }) => courseId)));
    return {
      courses: [...loaded.courses.values()].filter(({ id }) => taken.has(id)).map(headOf), isRanked: scope.all,
      counts: countFilters(results.map(({ summary }) => summary)),
      rows: results.flatMap(({ pupil, courses, summary }): Output<'results.division'>['rows'] => {
        const row = byId.get(pupil.studentId);
        return row ? [{ ...whoOf(row), cells: courses, summary }] : [];
      }),
    };
  },
  'results.level'(ctx, input) {
    const scope = ctx.rows();
    const loaded = loadClass(ctx.db, { yearId: input.yearId, level: input.level ?? undefined }, scope);
    const results = resultsOf(loaded, input.termId, { today: localDate(ctx.now), among: scope.all ? 'level' : null });
    const byId = new Map(loaded.pupils.map((pupil) => [pupil.studentId, pupil]));
    const rows = results.flatMap(({ pupil, summary }) => {
      const row = byId.get(pupil.studentId);
      return row && isAmong(input.only, summary) ? [{ ...whoOf(row), level: pupil.level, summary }] : [];
    });
    const sorted = sortRows(rows, input.order.by, input.order.descending);
    return {
      total: rows.length, rows: sorted.slice(input.offset, input.offset + input.limit), isRanked: scope.all,
      counts: countFilters(results.map(({ summary }) => summary)),
    };
  },
  'results.missing'(ctx, input) {
    const root = treeOf(readTerms(ctx.db, needYear(ctx.db, input.yearId).id));
    const node = findNode(root, input.termId);
    if (!node) throw new RollbookError('notFound');
    const today = localDate(ctx.now);
    const scope = ctx.rows();
    // A term that has not begun is not late.
    const begun = leavesOf(node).filter(({ startDate }) => startDate <= today);
    return {
      sections: begun.flatMap((leaf) => (leaf.id === null ? [] : readMissing(
        ctx.db, input.yearId, { id: leaf.id, endDate: leaf.endDate < today ? leaf.endDate : today }, lineOf(root, leaf.id), scope,
      ).map((row) => ({ ...row, termId: leaf.id ?? '' })))),
    };
  },
  'results.student'(ctx, input) {
    needStudent(ctx, input.studentId);
    return readStudentResults(ctx.db, input.studentId, ctx.rows(), localDate(ctx.now));
  },
  'results.why'(ctx, input) {
    const row = readWhy(ctx.db, input.id);
    needStudent(ctx, row?.studentId);
    const scale = readScales(ctx.db).find(({ id }) => id === row?.scaleId);
    if (!row || !scale) throw new RollbookError('notFound');
    const { studentId: _student, value, scaleId: _scale, inputs, isOverride, ...rest } = row;
    return {
      ...rest, mark: markOf(scale, value), scaleEl: scale.nameEl, scaleEn: scale.nameEn, passMark: scale.passMark, isOverride: isOverride === 1,
      inputs: parseInputs(inputs),
    };
  },
};
