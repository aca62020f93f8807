import { RollbookError } from '#contract/errors.ts';
import { relations } from '#contract/people.ts';
import { z } from 'zod';
import type { Handlers } from '../kernel/handlers.ts';
import { needSection } from '../academics/index.ts';
import { needStudent } from '../people/index.ts';
import { contactLog } from '../store/schema/index.ts';
import { excuseRange, previewExcuse } from './excuse.ts';
import { isEnrolledOn, readAbsent, readCallGuardians, readCallsOn, readPhones, findCallGuardian } from './repo-calls.ts';
import { readDayFacts } from './repo-calendar.ts';
import { readCodes } from './repo-codes.ts';
import { findMark, removeMark, writeMark } from './repo-sheet.ts';
import { groupBy } from './rules-group.ts';

const relationForm = z.enum(relations).catch('other');
const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path, messageKey }] });

/** The office's part: corrections beside the teacher's marks, excuses, and calls home. */
export const officeHandlers: Handlers<'attendance.correct' | 'attendance.excusePreview' | 'attendance.excuse' | 'attendance.calls' | 'attendance.logCall'> = {
  'attendance.correct'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if ((input.sectionId === null) !== (input.period === null)) throw wrong('period', 'required');
    if (input.sectionId !== null) needSection(ctx, input.sectionId);
    // The office may know of a day to come; that it is no school day, or that nobody is enrolled, holds for it too.
    const { obstacle, year } = readDayFacts(ctx.db, input.date, input.date);
    if (obstacle === 'notSchoolDay') throw new RollbookError('refused', { messageKey: 'attendanceNotSchoolDay' });
    if (!year) throw new RollbookError('refused', { messageKey: 'attendanceNoYear' });
    if (!isEnrolledOn(ctx.db, studentId, input.date)) throw wrong('date', 'attendanceNotEnrolled');
    if (input.reason) ctx.describe({ reason: input.reason });
    const slot = { date: input.date, sectionId: input.sectionId, period: input.period };
    const row = findMark(ctx.db, studentId, slot, 'office');
    const seen = row && row.deletedAt === null ? row.rev : null;
    if (seen !== input.rev) throw new RollbookError('conflict');
    if (input.codeId === null) removeMark(ctx.db, studentId, slot, 'office', input.rev);
    else {
      if (!readCodes(ctx.db).some(({ id, archivedAt }) => id === input.codeId && archivedAt === null)) throw wrong('codeId', 'required');
      writeMark(ctx.db, studentId, slot, 'office', { codeId: input.codeId, minutes: input.minutes, note: input.note });
    }
    return {};
  },
  'attendance.excusePreview': previewExcuse,
  'attendance.excuse': excuseRange,
  'attendance.calls'(ctx, input) {
    const { waiting, done, rows } = readAbsent(ctx.db, input.date, ctx.rows(), input);
    const ids = rows.map(({ id }) => id);
    const guardians = readCallGuardians(ctx.db, ids, input.date);
    const phones = groupBy(readPhones(ctx.db, guardians.map(({ personId }) => personId), input.date), ({ personId }) => personId);
    const calls = groupBy(readCallsOn(ctx.db, ids, input.date), ({ studentId }) => studentId);
    const guardiansOf = groupBy(guardians, ({ studentId }) => studentId);
    return {
      total: waiting, done,
      students: rows.map((row) => ({
        ...row, wholeDay: row.wholeDay === 1, calls: calls.get(row.id) ?? [],
        guardians: (guardiansOf.get(row.id) ?? []).map(({ personId, relation, noContact, ...guardian }) => ({
          ...guardian, relation: relationForm.parse(relation), noContact: noContact === 1,
          // No number of somebody who must not be called: it would be dialled by habit.
          phones: noContact === 1 ? [] : (phones.get(personId) ?? []).map(({ kind, value }) => ({ kind, value })),
        })),
      })),
    };
  },
  'attendance.logCall'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const { date, guardianLinkId, outcome, note } = input;
    if (guardianLinkId !== null) {
      const guardian = findCallGuardian(ctx.db, guardianLinkId, studentId, date);
      if (!guardian) throw new RollbookError('notFound');
      if (guardian.noContact === 1) throw new RollbookError('refused', { messageKey: 'attendanceNoContact' });
    }
    return { id: ctx.db.insert(contactLog, { studentId, date, guardianLinkId, outcome, note }), rev: 1 };
  },
};
