import { RollbookError } from '#contract/errors.ts';
import { permissionsOf } from '../access/index.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { attendanceCode, attendanceLimit } from '../store/schema/index.ts';
import { findCodeByLetters, findPresent, readAttendanceSettings, readCodes, readLimits, writeAttendanceSettings } from './repo-codes.ts';

const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path, messageKey }] });

/** What the school decides about attendance: codes, limits, measures. */
export const setupHandlers: Handlers<
  'attendance.codes' | 'attendance.saveCode' | 'attendance.archiveCode' | 'attendance.limits' | 'attendance.saveLimit' | 'attendance.removeLimit'
  | 'attendance.settings' | 'attendance.saveSettings'
> = {
  'attendance.codes'(ctx) {
    const codes = readCodes(ctx.db);
    const isOffice = ctx.access !== null && permissionsOf(ctx.access).includes('attendance:correct');
    return {
      codes: codes.map((code) => ({ ...code, usable: code.archivedAt === null && (isOffice || code.teacherMayUse) })),
      presentId: findPresent(codes)?.id ?? null,
    };
  },
  'attendance.saveCode'(ctx, input) {
    const holder = findCodeByLetters(ctx.db, input.code.code);
    if (holder && holder.id !== input.id) throw wrong('code.code', 'attendanceCodeTaken');
    if (input.id === null) return { id: ctx.db.insert(attendanceCode, input.code), rev: 1 };
    const rev = ctx.db.update(attendanceCode, input.id, input.code, input.rev);
    if (!findPresent(readCodes(ctx.db))) throw new RollbookError('refused', { messageKey: 'attendanceNoPresentCode' });
    return { id: input.id, rev };
  },
  'attendance.archiveCode'(ctx, input) {
    const rev = ctx.db.update(attendanceCode, input.id, { archivedAt: input.archived ? ctx.now : null }, input.rev);
    if (!findPresent(readCodes(ctx.db))) throw new RollbookError('refused', { messageKey: 'attendanceNoPresentCode' });
    return { id: input.id, rev };
  },
  'attendance.limits': (ctx) => ({ limits: readLimits(ctx.db) }),
  'attendance.saveLimit'(ctx, input) {
    const { limit } = input;
    if (limit.validTo !== null && limit.validTo < limit.validFrom) throw wrong('limit.validTo', 'endBeforeStart');
    if (input.id === null) return { id: ctx.db.insert(attendanceLimit, limit), rev: 1 };
    return { id: input.id, rev: ctx.db.update(attendanceLimit, input.id, limit, input.rev) };
  },
  'attendance.removeLimit'(ctx, input) {
    ctx.db.remove(attendanceLimit, input.id, input.rev);
    return {};
  },
  'attendance.settings': (ctx) => readAttendanceSettings(ctx.db),
  'attendance.saveSettings'(ctx, input) {
    const { settings } = input;
    if (settings.halfDayMinutes > settings.fullDayMinutes) throw wrong('settings.halfDayMinutes', 'attendanceHalfOverFull');
    if (settings.fullDayMinutes > settings.dayMinutes) throw wrong('settings.fullDayMinutes', 'attendanceFullOverDay');
    const { rev } = readAttendanceSettings(ctx.db);
    if (rev !== input.rev) throw new RollbookError('conflict');
    return { rev: writeAttendanceSettings(ctx.db, settings, rev) };
  },
};
