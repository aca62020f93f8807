import { RollbookError } from '#contract/errors.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { needStudent } from '../people/index.ts';
import { readStudentDays } from './read-days.ts';
import { findYearOn } from './repo-calendar.ts';
import { readCodes } from './repo-codes.ts';
import { readExcuseDocuments } from './repo-calls.ts';
import type { SheetMark } from './repo-sheet.ts';
import { writeMark } from './repo-sheet.ts';
import { planExcuse, type ExcusedDay, type ExcuseMark } from './rules-excuse.ts';
import { effectiveMark } from './rules-marks.ts';
import { groupBy } from './rules-group.ts';

const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path, messageKey }] });

interface Plan { days: ExcusedDay[]; marks: ExcuseMark[]; codeOf: Map<string, string | null>; today: string }

function planFor(ctx: QueryContext | CommandContext, input: Parsed<'attendance.excusePreview'>): Plan {
  needStudent(ctx, input.studentId);
  const { from, to } = input;
  if (to < from) throw wrong('to', 'endBeforeStart');
  const year = findYearOn(ctx.db, from);
  if (!year || to > year.endDate) throw wrong('to', 'outsideYear');
  const code = readCodes(ctx.db).find(({ id, archivedAt }) => id === input.codeId && archivedAt === null);
  if (!code) throw wrong('codeId', 'required');
  if (input.attachmentId !== null && !documentsOf(ctx, input.studentId).some(({ id }) => id === input.attachmentId)) throw wrong('attachmentId', 'invalidValue');
  const today = localDate(ctx.now);
  const codes = new Map(readCodes(ctx.db).map((one) => [one.id, one]));
  const isOpenAbsence = (mark: SheetMark | null) => {
    const held = mark && codes.get(mark.codeId);
    return held ? (held.presence === 'absent' || held.presence === 'partial') && !held.excused : false;
  };
  const { byStudent } = readStudentDays(ctx.db, [input.studentId], { year, from, to, today });
  const read = byStudent.get(input.studentId);
  const days = (read?.days ?? []).filter(({ state }) => state !== 'off').map(({ date, state }): ExcusedDay => {
    const marks = read?.marks.filter((mark) => mark.date === date) ?? [];
    const whole = effectiveMark(marks.filter(({ sectionId }) => sectionId === null));
    const lessons = [...groupBy(marks.filter(({ sectionId }) => sectionId !== null), (mark) => `${mark.sectionId} ${mark.period}`).values()]
      .map((held) => effectiveMark(held)).filter((mark) => mark !== null && isOpenAbsence(mark))
      .flatMap((mark) => (mark?.sectionId && mark.period !== null ? [{ sectionId: mark.sectionId, period: mark.period }] : []));
    return { date, isOpen: state === 'ahead' || state === 'unknown', isAbsent: isOpenAbsence(whole), isSettled: whole?.source === 'office', lessons };
  });
  return { days, marks: planExcuse(days, input.ahead), codeOf: new Map((read?.days ?? []).map((day) => [day.date, day.code])), today };
}

/** The student's documents whose field class the caller may see. */
function documentsOf(ctx: QueryContext | CommandContext, studentId: string): { id: string; title: string }[] {
  const classes: readonly string[] = ctx.classes(studentId);
  return readExcuseDocuments(ctx.db, studentId).filter(({ fieldClass }) => classes.includes(fieldClass)).map(({ id, title }) => ({ id, title }));
}

/** What an excuse would change, day by day. */
export function previewExcuse(ctx: QueryContext, input: Parsed<'attendance.excusePreview'>): Output<'attendance.excusePreview'> {
  const plan = planFor(ctx, input);
  return {
    documents: documentsOf(ctx, input.studentId), changes: plan.marks.length,
    days: plan.days.map(({ date, isOpen, lessons }) => ({
      date, ahead: isOpen, nowCode: plan.codeOf.get(date) ?? null, lessons: lessons.length,
      whole: plan.marks.some((mark) => mark.date === date && mark.sectionId === null), change: plan.marks.some((mark) => mark.date === date),
    })),
  };
}

/** Writes the excuse: office marks beside the teacher's, one change set. */
export function excuseRange(ctx: CommandContext, input: Parsed<'attendance.excuse'>): Output<'attendance.excuse'> {
  const { marks } = planFor(ctx, input);
  if (input.reason) ctx.describe({ reason: input.reason });
  if (marks.length === 0) throw new RollbookError('refused', { messageKey: 'attendanceNothingToExcuse' });
  const { codeId, note, attachmentId } = input;
  for (const slot of marks) writeMark(ctx.db, input.studentId, slot, 'office', { codeId, minutes: null, note, attachmentId });
  return { marks: marks.length };
}
