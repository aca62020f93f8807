import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import type { SchoolSettings } from '#contract/office.ts';
import type { Reader } from '../store/reader.ts';
import { setting } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

/** What a new school starts with; the office can change each on the settings screen. */
export const defaultSettings: Omit<SchoolSettings, 'nameEl' | 'nameEn'> = { backupAt: '02:00', backupFolder: null, backupKeep: 14 };

const stored = z.object({
  nameEl: z.string(), nameEn: z.string(),
  backupAt: z.string().default(defaultSettings.backupAt),
  backupFolder: z.string().nullable().default(null),
  backupKeep: z.number().default(defaultSettings.backupKeep),
});

/** Reads a setting's JSON; undefined when it was never written. */
export function readSetting(db: Reader, id: string): { value: unknown; rev: number } | undefined {
  const row = db.get<{ value: string; rev: number }>('SELECT value, rev FROM setting WHERE id = ? AND deletedAt IS NULL', [id]);
  return row && { value: JSON.parse(row.value) as unknown, rev: row.rev };
}

/** Writes a setting. */
export function writeSetting(db: Writer, id: string, value: unknown, rev?: number): number {
  const json = JSON.stringify(value);
  if (readSetting(db, id)) return db.update(setting, id, { value: json }, rev);
  db.insert(setting, { value: json }, id);
  return 1;
}

/** The school's settings. Throws `noSchool` before the set-up. */
export function readSchoolSettings(db: Reader): { settings: SchoolSettings; rev: number } {
  const row = readSetting(db, 'school');
  if (!row) throw new RollbookError('noSchool');
  return { settings: stored.parse(row.value), rev: row.rev };
}

/** The school's names and the open year, as headers and documents show them. */
export function readSchoolCard(db: Reader): { nameEl: string; nameEn: string; yearLabel: string } {
  const { nameEl, nameEn } = readSchoolSettings(db).settings;
  return { nameEl, nameEn, yearLabel: findOpenYear(db)?.label ?? '' };
}

export interface YearRow { id: string; label: string; status: string; startDate: string; endDate: string }

/** The year that is open; the latest where several are. */
export function findOpenYear(db: Reader): YearRow | undefined {
  return db.get<YearRow>(
    `SELECT id, label, status, startDate, endDate FROM academic_year WHERE status = 'open' AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1`);
}

/** All years, latest first. */
export function readYears(db: Reader): YearRow[] {
  return db.all<YearRow>('SELECT id, label, status, startDate, endDate FROM academic_year WHERE deletedAt IS NULL ORDER BY startDate DESC');
}

/** The label of the year that a day lies in; empty between years. */
export function readYearOn(db: Reader, date: string): string {
  return db.get<{ label: string }>('SELECT label FROM academic_year WHERE ? BETWEEN startDate AND endDate AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1', [date])?.label ?? '';
}

/** The school that this office keeps. */
export function readSchoolId(db: Reader): string {
  const row = db.get<{ id: string }>(`SELECT id FROM org WHERE type = 'school' AND deletedAt IS NULL ORDER BY id LIMIT 1`);
  if (!row) throw new RollbookError('noSchool');
  return row.id;
}
