import type { AttendanceCell } from '#contract/attendance.ts';
import type { Words } from '#contract/export-column.ts';
import type { GradeMark, Summary } from '#contract/results.ts';
import { listDate } from '../../documents/index.ts';
import type { Ask } from '../../kernel/context.ts';
import { isAmong } from '../../results/index.ts';
import type { Cell } from '../rules/export-cells.ts';
import { nameOf, openPages, openRows, studentCells, type Open } from './table.ts';

/** What a day is marked with where it has no code of its own, as on the screen. */
const signs: Partial<Record<AttendanceCell['state'], string>> = { present: '·', unknown: '?' };
const dayCell = ({ state, code }: AttendanceCell): Cell => {
  const sign = code ?? signs[state] ?? '';
  return sign === '' && state === 'off' ? null : { el: sign, en: sign, code: code ?? state };
};
const day = (date: string): string => { const [, month = '', dayOfMonth = ''] = date.split('-'); return `${Number(dayOfMonth)}/${Number(month)}`; };

const summaryCells = ({ mean, weightedMean, gpa, rank, passed, failing, missing, honour, yearPassed }: Summary) => ({
  mean, weightedMean, gpa, rank: rank?.place ?? null, rankOf: rank?.of ?? null, passed, failing, missing, honour: honour && { el: honour.labelEl, en: honour.labelEn }, yearPassed,
});
const markCell = (mark: GradeMark | null, gap: string | null): Cell => mark?.value ?? (gap === null ? null : { el: '', en: '', code: gap });

/** What a year or one of its terms is called. */
async function nameWhen(ask: Ask, yearId: string, termId: string | null): Promise<Words> {
  const year = (await ask('results.choices', {})).years.find(({ id }) => id === yearId);
  const term = year?.terms.find(({ id }) => id === termId);
  const name = (part: string | undefined) => [part, year?.label].filter(Boolean).join(' ');
  return { el: name(term?.nameEl), en: name(term?.nameEn) };
}

/** Opens sheets of results and of attendance. */
export const teachingOpeners = {
  attendance: (async (ask, { table: _table, ...input }) => {
    const { dates, students } = await ask('attendance.summary', input);
    const { target, from, to } = input;
    const of = target.kind === 'division' ? target.division : (await ask('sections.get', { id: target.sectionId })).section.code;
    const days = (language: 'el' | 'en') => `${of} ${listDate(from, language)}${from === to ? '' : ` – ${listDate(to, language)}`}`;
    return openRows(students, (row) => {
      const byDate = new Map(row.cells.map((cell) => [cell.date, cell]));
      return {
        cells: { ...studentCells(row), ...row.totals, rate: row.totals.rate },
        made: { days: dates.map((date) => { const cell = byDate.get(date); return cell ? dayCell(cell) : null; }) }, students: [row.id],
      };
    }, { about: { el: days('el'), en: days('en') }, made: { days: dates.map((date) => ({ key: date, label: { el: day(date), en: day(date) }, kind: 'text', width: 5 })) } });
  }) satisfies Open<'attendance'>,
  classResults: (async (ask, { table: _table, only, ...input }) => {
    const { courses, rows: all } = await ask('results.division', input);
    const when = await nameWhen(ask, input.yearId, input.termId);
    const of = input.division ?? input.level;
    const rows = all.filter(({ summary }) => isAmong(only, summary));
    return openRows(rows, (row) => {
      const byCourse = new Map(row.cells.map((cell) => [cell.courseId, cell]));
      return {
        cells: { ...studentCells(row), division: row.division, ...summaryCells(row.summary) },
        made: { courses: courses.map(({ id }) => { const cell = byCourse.get(id); return cell ? markCell(cell.mark, cell.gap) : null; }) }, students: [row.id],
      };
    }, {
      about: { el: `${of} ${when.el}`, en: `${of} ${when.en}` },
      made: { courses: courses.map(({ code, nameEl, nameEn }) => ({ key: code, label: { el: nameEl, en: nameEn }, kind: 'number', width: 13 })) },
    });
  }) satisfies Open<'classResults'>,
  results: (async (ask, { table: _table, ...input }) => ({
    // Each page works the whole level out, so that few are asked for.
    ...await openPages((paging) => ask('results.level', { ...input, ...paging }), (row) => ({
      cells: { ...studentCells(row), level: row.level, division: row.division, ...summaryCells(row.summary) }, students: [row.id],
    }), 5000),
    about: await nameWhen(ask, input.yearId, input.termId),
  })) satisfies Open<'results'>,
  transcript: (async (ask, { studentId }) => {
    const { details } = await ask('students.get', { id: studentId });
    return openRows((await ask('transcripts.list', { studentId })).lines, (line) => ({
      cells: {
        year: line.yearLabel, term: line.termLabelEl === null ? null : { el: line.termLabelEl, en: line.termLabelEn ?? line.termLabelEl }, level: line.level, code: line.courseCode, title: { el: line.titleEl, en: line.titleEn },
        credits: line.credits, ects: line.ects, hours: line.hours, value: line.value, grade: { el: line.gradeEl, en: line.gradeEn }, passed: line.passed, school: line.schoolName,
      },
      students: [studentId],
    }), { about: nameOf(details) });
  }) satisfies Open<'transcript'>,
  missingGrades: (async (ask, { table: _table, ...input }) => {
    const { years } = await ask('results.choices', {});
    const terms = new Map(years.flatMap((year) => year.terms.map((term) => [term.id, { el: term.nameEl, en: term.nameEn }])));
    return openRows((await ask('results.missing', input)).sections, (row) => ({
      cells: {
        section: row.code, course: { el: row.courseEl, en: row.courseEn }, level: row.level, division: row.division, teachers: row.teachers, term: terms.get(row.termId) ?? null,
        students: row.students, posted: row.posted,
      },
      students: [],
    }), { about: await nameWhen(ask, input.yearId, input.termId) });
  }) satisfies Open<'missingGrades'>,
};
