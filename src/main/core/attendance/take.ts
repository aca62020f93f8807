import { RollbookError } from '#contract/errors.ts';
import type { Parsed, Output } from '#contract/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { openSheet, refuseObstacle, sourceOf } from './open-sheet.ts';
import { findPresent, readCodes } from './repo-codes.ts';
import { findSubmission, readMarks, readVersion, removeMark, writeMark, writeSubmission, type SheetMark } from './repo-sheet.ts';
import { planStep, type Entry } from './rules-take.ts';

const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path, messageKey }] });
const entryOf = (mark: SheetMark | undefined): Entry | null => (mark ? { codeId: mark.codeId, minutes: mark.minutes, note: mark.note } : null);

/** Takes a sheet: one submission, and a mark for each student who was not simply there. Saving again changes the caller's own marks only. */
export function takeSheet(ctx: CommandContext, input: Parsed<'attendance.take'>): Output<'attendance.take'> {
  const { slot, facts, roster, hidden } = openSheet(ctx, 'attendance:take', input.date, input.target);
  const source = sourceOf(ctx);
  if (!source) throw new RollbookError('forbidden');
  refuseObstacle(facts);
  if (facts.obstacle === 'yearClosed' && input.reason) ctx.describe({ reason: input.reason });
  if (roster.length === 0) throw new RollbookError('refused', { messageKey: 'attendanceNobodyDue' });
  const submission = findSubmission(ctx.db, slot);
  const isNew = !submission || submission.deletedAt !== null;
  // Whoever is out of sight would count as present without having been looked at.
  if (hidden > 0 && isNew) throw new RollbookError('refused', { messageKey: 'attendanceNotAllYours' });
  const ids = roster.map(({ id }) => id);
  const sources = source === 'office' ? ['teacher', 'office'] : ['teacher'];
  if (readVersion(ctx.db, slot, ids, sources) !== input.version) throw new RollbookError('conflict', { messageKey: 'attendanceTakenMeanwhile' });

  const codes = readCodes(ctx.db);
  const present = findPresent(codes);
  if (!present) throw new RollbookError('refused', { messageKey: 'attendanceNoPresentCode' });
  const usable = new Map(codes.filter((code) => code.archivedAt === null && (source === 'office' || code.teacherMayUse)).map((code) => [code.id, code]));
  const own = readMarks(ctx.db, ids, slot.date, slot.date);
  const find = (studentId: string, of: 'teacher' | 'office', whole = slot.sectionId === null) => own.find((mark) => mark.studentId === studentId && mark.source === of
    && (whole ? mark.sectionId === null : mark.sectionId === slot.sectionId && mark.period === slot.period));

  const wanted = new Map<string, Entry>();
  for (const [index, mark] of input.marks.entries()) {
    if (!ids.includes(mark.studentId)) throw wrong(`marks.${index}.studentId`, 'attendanceNotDue');
    if (wanted.has(mark.studentId)) throw wrong(`marks.${index}.studentId`, 'attendanceTwice');
    const held = source === 'office' ? [find(mark.studentId, 'teacher'), find(mark.studentId, 'office')] : [find(mark.studentId, 'teacher')];
    // A code that stands already may stay, also when it has since been withdrawn.
    if (!usable.has(mark.codeId) && !held.some((one) => one?.codeId === mark.codeId)) throw wrong(`marks.${index}.codeId`, 'attendanceCodeNotYours');
    wanted.set(mark.studentId, { codeId: mark.codeId, minutes: mark.minutes, note: mark.note });
  }
  const presentEntry: Entry = { codeId: present.id, minutes: null, note: null };
  for (const id of ids) {
    const teacher = entryOf(find(id, 'teacher'));
    const officeDay = slot.sectionId === null ? null : entryOf(find(id, 'office', true));
    const [mine, beneath] = source === 'teacher' ? [teacher, null] : [entryOf(find(id, 'office')), officeDay ?? teacher];
    const step = planStep(wanted.get(id) ?? null, mine, beneath, presentEntry);
    if (step.do === 'remove') removeMark(ctx.db, id, slot, source);
    else if (step.do === 'write') writeMark(ctx.db, id, slot, source, step.entry);
  }
  const expected = ids.length + hidden;
  writeSubmission(ctx.db, slot, expected);
  return { expected, version: readVersion(ctx.db, slot, ids, sources) };
}
