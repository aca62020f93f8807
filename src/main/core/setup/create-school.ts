import type { SchoolDraft } from '#contract/setup.ts';
import { foldText } from '../search/index.ts';
import { defaultSettings, writeSetting } from '../settings/index.ts';
import { academicYear, attendanceCode, attendanceLimit, bellPeriod, enrolmentCode, gradingCategory, gradingScheme, grant, org, performanceCategory, role, scale, scaleBand, term, user } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { uuidv7 } from 'uuidv7';
import { auditorRole, attendanceCodes, attendanceLimits, bellPeriods, enrolmentCodes, gradingDefault, performanceCategories } from './starting-data.ts';
import { startingScales } from './starting-scales.ts';

/** Writes a new school: its name, year, terms and lesson hours, the administrator, and the scales, codes and grading scheme that schools start with. */
export function createSchool(db: Writer, draft: SchoolDraft, passwordHash: string): void {
  const { nameEl, nameEn, admin } = draft;
  db.insert(org, { type: 'school', nameEl, nameEn });
  writeSetting(db, 'school', { nameEl, nameEn, ...defaultSettings });
  const yearId = db.insert(academicYear, { ...draft.year, status: 'open' });
  // The year's own term holds the others: a grade of the year is made of theirs. Its key is known first, so that nothing is written twice.
  const rootId = uuidv7();
  for (const part of draft.terms) db.insert(term, { yearId, parentId: rootId, type: draft.terms.length === 2 ? 'semester' : 'term', ...part });
  db.insert(term, { yearId, type: 'year', nameEl: 'Σχολικό έτος', nameEn: 'School year', startDate: draft.year.startDate, endDate: draft.year.endDate }, rootId);
  for (const period of bellPeriods) db.insert(bellPeriod, period);
  const userId = db.insert(user, {
    username: admin.username, usernameKey: foldText(admin.username), displayName: admin.displayName, passwordHash,
    language: draft.language, theme: 'system', idleMinutes: 10,
  });
  db.insert(grant, { userId, role: 'administrator', scope: 'school' });
  db.insert(role, { ...auditorRole, permissions: JSON.stringify(auditorRole.permissions), fieldClasses: JSON.stringify(auditorRole.fieldClasses) });
  for (const { bands, ...scaleRow } of startingScales) {
    const scaleId = db.insert(scale, scaleRow);
    for (const band of bands) db.insert(scaleBand, { scaleId, ...band });
  }
  for (const code of attendanceCodes) db.insert(attendanceCode, code);
  enrolmentCodes.forEach((code, position) => db.insert(enrolmentCode, { ...code, position }));
  const { categories, ...scheme } = gradingDefault;
  const schemeId = db.insert(gradingScheme, { version: 1, ...scheme });
  categories.forEach((category, position) => db.insert(gradingCategory, { schemeId, ...category, position }));
  for (const limit of attendanceLimits) db.insert(attendanceLimit, limit);
  for (const category of performanceCategories) db.insert(performanceCategory, category);
}
