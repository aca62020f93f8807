import type { Gradebook, ScoreState } from '#contract/grading-parts.ts';
import type { Words } from '#contract/export-column.ts';
import { makeDistinct, type Cell } from '../rules/export-cells.ts';
import { openRows, same, studentCells, type MadeColumn, type Open } from './table.ts';

const stateWords: Partial<Record<ScoreState, Words>> = {
  missing: { el: 'δεν παραδόθηκε', en: 'missing' }, exempt: { el: 'εξαίρεση', en: 'exempt' }, excused: { el: 'δικαιολογημένος', en: 'excused' }, absent: { el: 'απών', en: 'absent' },
  incomplete: { el: 'ημιτελής', en: 'incomplete' },
};
const scoreCell = (score: Gradebook['scores'][number] | undefined): Cell => {
  if (!score) return null;
  const words = stateWords[score.state];
  return words ? { ...words, code: score.state } : score.value;
};

/** The columns of the work of a term; of a term with terms under it, those of their posted grades. */
function workColumns(book: Gradebook): MadeColumn[] {
  const parts = book.terms.filter(({ parentId }) => parentId !== null && parentId === book.termId);
  if (parts.length > 0) return parts.map(({ nameEl, nameEn }) => ({ key: nameEn, label: { el: nameEl, en: nameEn }, kind: 'number', width: 12 }));
  const titles = makeDistinct(book.assessments.map(({ title, maxScore }) => `${title} / ${maxScore}`));
  return titles.map((title) => ({ key: title, label: same(title), kind: 'number', width: 12 }));
}

/** Opens the gradebook of a section and term: a student in each row, their work, its categories and what it comes to. */
export const openGradebook = (async (ask, { sectionId, termId }) => {
  const book = await ask('gradebook.get', { sectionId, termId });
  const { section, scheme } = book;
  const term = book.terms.find(({ id }) => id === book.termId);
  const parts = book.terms.filter(({ parentId }) => parentId !== null && parentId === book.termId);
  const scores = new Map(book.scores.map((score) => [`${score.assessmentId} ${score.studentId}`, score]));
  const partGrades = new Map(book.parts.map((part) => [`${part.termId} ${part.studentId}`, part.value]));
  const results = new Map(book.results.map((result) => [result.studentId, result]));
  const posted = new Map(book.posted.map((grade) => [grade.studentId, grade.value]));
  const categories = new Map<string, readonly (number | null)[]>();
  if (term && !term.hasParts && scheme.categories.length > 0) {
    for (const { id } of book.students) {
      const why = await ask('gradebook.why', { sectionId, termId: term.id, studentId: id });
      categories.set(id, scheme.categories.map((category) => why.categories.find((one) => one.id === category.id)?.percent ?? null));
    }
  }
  const title = (course: string, name: string | undefined) => [section.code, course, name, section.yearLabel].filter(Boolean).join(' ');
  return openRows(book.students, (student) => {
    const result = results.get(student.id);
    return {
      cells: {
        ...studentCells(student), enteredOn: student.enteredOn, leftOn: student.leftOn, percent: result?.percent ?? null, covered: result?.covered ?? null, value: result?.value ?? null,
        posted: posted.get(student.id) ?? null,
      },
      made: {
        assessments: parts.length > 0 ? parts.map(({ id }) => partGrades.get(`${id} ${student.id}`) ?? null) : book.assessments.map(({ id }) => scoreCell(scores.get(`${id} ${student.id}`))),
        categories: categories.get(student.id) ?? [],
      },
      students: [student.id],
    };
  }, {
    about: { el: title(section.courseEl, term?.nameEl), en: title(section.courseEn, term?.nameEn) },
    made: {
      assessments: workColumns(book),
      categories: categories.size === 0 ? [] : scheme.categories.map(({ nameEl, nameEn }) => ({ key: nameEn, label: { el: nameEl, en: nameEn }, kind: 'percent', width: 13 })),
    },
  });
}) satisfies Open<'gradebook'>;
