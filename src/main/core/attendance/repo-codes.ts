import type { AttendanceCode, AttendanceLimit, AttendanceSettings } from '#contract/attendance.ts';
import { attendanceSettings } from '#contract/attendance.ts';
import { readSetting, writeSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

type Flags = 'excused' | 'tardy' | 'countsMembership' | 'penalises' | 'teacherMayUse';
type StoredCode = Omit<AttendanceCode, Flags> & Record<Flags, number>;

/** Every code, archived ones too, in the school's order. */
export function readCodes(db: Reader): AttendanceCode[] {
  return db.all<StoredCode>(
    `SELECT id, rev, code, labelEl, labelEn, presence, excused, tardy, fraction, countsMembership, penalises, teacherMayUse, officialCode, position, archivedAt
     FROM attendance_code WHERE deletedAt IS NULL ORDER BY position, id`).map((row) => ({
    ...row, excused: row.excused === 1, tardy: row.tardy === 1, countsMembership: row.countsMembership === 1, penalises: row.penalises === 1, teacherMayUse: row.teacherMayUse === 1,
  }));
}

/** The code of a student who is simply there: the first that is present and no more. */
export function findPresent(codes: readonly AttendanceCode[]): AttendanceCode | undefined {
  return codes.find(({ presence, tardy, archivedAt }) => presence === 'present' && !tardy && archivedAt === null);
}

/** Another code with the same letters, archived ones included: the letters are unique in the file. */
export function findCodeByLetters(db: Reader, code: string): { id: string } | undefined {
  return db.get<{ id: string }>('SELECT id FROM attendance_code WHERE code = ?', [code]);
}

/** Every limit, the latest rule first. */
export function readLimits(db: Reader): AttendanceLimit[] {
  return db.all<Omit<AttendanceLimit, 'active'> & { active: number }>(
    `SELECT id, rev, nameEl, nameEn, level, hours, counts, validFrom, validTo, active FROM attendance_limit WHERE deletedAt IS NULL
     ORDER BY active DESC, validFrom DESC, id`).map((row) => ({ ...row, active: row.active === 1 }));
}

/** What holds until the school says otherwise: seven lessons of 45 minutes; six make a full day, three a half. */
export const defaultAttendanceSettings: AttendanceSettings = {
  expectsDays: true, expectsLessons: false, lessonHours: 7, dayMinutes: 315, fullDayMinutes: 270, halfDayMinutes: 135,
};

/** The school's measures; `rev` 0 while they are the program's own. */
export function readAttendanceSettings(db: Reader): { settings: AttendanceSettings; rev: number } {
  const row = readSetting(db, 'attendance');
  if (!row) return { settings: defaultAttendanceSettings, rev: 0 };
  return { settings: attendanceSettings.parse({ ...defaultAttendanceSettings, ...(row.value as object) }), rev: row.rev };
}

/** Writes the school's measures. */
export function writeAttendanceSettings(db: Writer, settings: AttendanceSettings, rev: number): number {
  return writeSetting(db, 'attendance', settings, rev);
}
