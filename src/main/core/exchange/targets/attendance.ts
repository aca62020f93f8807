import type { ImportProblem } from '#contract/exchange.ts';
import { attendanceHandlers } from '../../attendance/index.ts';
import { perform } from '../../kernel/perform.ts';
import { foldText } from '../../search/index.ts';
import { changedCells, newCells, refusedMeaning, type RecordTarget } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { findSection, sectionsByCode } from './find-section.ts';
import { ofStudents } from './of-students.ts';
import { readCodes, readMarksOf, readSections, type KnownCode } from './repo-targets.ts';

/** The code that a text means: by its letters, the ministry's code or what it is called. */
function findCode(codes: readonly KnownCode[], text: string): KnownCode | undefined {
  const folded = foldText(text);
  return codes.find(({ code }) => foldText(code) === folded) ?? codes.find(({ officialCode }) => officialCode !== null && foldText(officialCode) === folded)
    ?? codes.find(({ labelEl, labelEn }) => foldText(labelEl) === folded || foldText(labelEn) === folded);
}

/** Attendance as the office knows it: a mark for a day, or for a lesson where the row names class and hour. The teacher's own mark stays beside it. */
export const attendance: RecordTarget = {
  key: 'attendance',
  needsYear: true,
  resolve(ctx, rows, around) {
    const codes = readCodes(ctx.db), byCode = sectionsByCode(readSections(ctx.db, around.yearId ?? ''));
    return ofStudents(ctx, rows, around, (found) => {
      const dates = found.map(({ values }) => values.date ?? '').toSorted();
      const marks = readMarksOf(ctx.db, [...new Set(found.map(({ studentId }) => studentId))], dates[0] ?? '', dates.at(-1) ?? '');
      return found.map(({ values, studentId, label }) => {
        const problems: ImportProblem[] = [];
        const date = values.date ?? '';
        const code = findCode(codes, values.code ?? '');
        if (!code) problems.push(problem('codeUnknown', 'code', { value: values.code ?? '' }));
        const section = values.sectionCode === undefined ? null : findSection(values, byCode, []);
        if (section && !('courseId' in section)) problems.push(section);
        if ((values.sectionCode === undefined) !== (values.period === undefined)) problems.push(problem('missingValue', values.period === undefined ? 'period' : 'sectionCode'));
        if (!code || problems.length > 0) return { ...refusedMeaning(`${label} ${date}`, problems), studentId };
        const sectionId = section && 'courseId' in section ? section.id : null;
        const period = values.period === undefined ? null : Number(values.period);
        const mark = marks.find((each) => each.studentId === studentId && each.date === date && each.sectionId === sectionId && each.period === period);
        const nameOf = (codeId: string) => codes.find(({ id }) => id === codeId)?.code ?? '';
        const said = { ...values, code: code.code };
        return {
          label: `${label} ${date}`, studentId, key: `${studentId} ${date} ${sectionId ?? ''} ${period ?? ''}`, isNew: !mark, problems, notes: [],
          cells: mark
            ? changedCells(said, { code: nameOf(mark.codeId), minutes: mark.minutes === null ? '' : String(mark.minutes), note: mark.note ?? '' })
            : newCells(said, ['date', 'code', 'sectionCode', 'period', 'minutes', 'note']),
          write: (command) => {
            perform('attendance.correct', attendanceHandlers['attendance.correct'], command, {
              studentId, date, sectionId, period, codeId: code.id, minutes: values.minutes === undefined ? mark?.minutes ?? null : Number(values.minutes), note: values.note ?? mark?.note ?? null,
              rev: mark?.rev ?? null,
            });
          },
        };
      });
    });
  },
};
