import { foldText } from '../../src/main/core/search/index.ts';
import type { Planter } from '../../src/main/core/demo/planter.ts';
import { addDays } from '../../src/main/core/demo/rules-dates.ts';
import {
  academicYear, attendanceCode, course, gradingCategory, gradingScheme, grant, org, scale, scaleBand, section, setting, term, user,
} from '../../src/main/core/store/schema/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { sectionsPerDivision, type Size } from './size.ts';

export interface FixtureSchool {
  orgId: string; yearId: string; yearStart: string; scaleId: string; absentId: string; categoryIds: readonly string[];
  /** The term that is over, and the one under way. */
  postedTermId: string; termId: string;
  divisions: readonly { level: string; division: string; sectionIds: readonly string[] }[];
}

const levels = ['Α', 'Β', 'Γ'];
const bands = [['Κακώς', 0], ['Ανεπαρκώς', 5.1], ['Σχεδόν Καλώς', 9.5], ['Καλώς', 13.1], ['Λίαν Καλώς', 16.1], ['Άριστα', 18.1]] as const;

/** Writes the school, its account, and the sections of a year that began 150 days before `today`. */
export function plantFixtureSchool(db: Writer, { plant }: Planter, today: string, size: Size, account: { username: string; passwordHash: string }): FixtureSchool {
  db.insert(setting, { value: JSON.stringify({ nameEl: 'Σχολείο μετρήσεων', nameEn: 'Measured School' }) }, 'school');
  db.insert(setting, { value: 'true' }, 'recoverySaved');
  const orgId = plant(org, { type: 'school', nameEl: 'Σχολείο μετρήσεων', nameEn: 'Measured School' });
  const { username, passwordHash } = account;
  const userId = plant(user, { username, usernameKey: foldText(username), displayName: username, passwordHash, language: 'el', theme: 'system', idleMinutes: 0 });
  plant(grant, { userId, role: 'administrator', scope: 'school' });
  const yearStart = addDays(today, -150);
  const yearId = plant(academicYear, { label: 'Έτος', startDate: yearStart, endDate: addDays(today, 90), status: 'open' });
  const [postedTermId, termId] = [
    plant(term, { yearId, type: 'term', nameEl: 'Α΄', nameEn: 'First', startDate: yearStart, endDate: addDays(today, -60) }),
    plant(term, { yearId, type: 'term', nameEl: 'Β΄', nameEn: 'Second', startDate: addDays(today, -59), endDate: addDays(today, 90) }),
  ];
  const scaleId = plant(scale, { nameEl: 'Εικοσάβαθμη', nameEn: 'Greek 0-20', kind: 'greek20', min: 0, max: 20, step: 0.1, passMark: 9.5 });
  for (const [label, threshold] of bands) plant(scaleBand, { scaleId, labelEl: label, labelEn: label, threshold });
  plant(attendanceCode, {
    code: 'P', labelEl: 'Παρών', labelEn: 'Present', presence: 'present', excused: false, tardy: false, fraction: 1,
    countsMembership: true, penalises: false, teacherMayUse: true,
  });
  const schemeId = plant(gradingScheme, { version: 1, missingPolicy: 'zero' });
  const categoryIds = ['Δοκιμασίες', 'Εργασίες'].map((nameEl, position) => plant(gradingCategory, { schemeId, nameEl, nameEn: nameEl, weight: 50, dropLowest: 0, position }));
  const absentId = plant(attendanceCode, {
    code: 'AU', labelEl: 'Απουσία', labelEn: 'Absence', presence: 'absent', excused: false, tardy: false, fraction: 0,
    countsMembership: true, penalises: true, teacherMayUse: true,
  });
  const divisions = Array.from({ length: size.divisions }, (_, i) => {
    const level = levels[i % levels.length] ?? '';
    return { level, division: `${level}${Math.floor(i / levels.length) + 1}`, sectionIds: new Array<string>() };
  });
  for (let number = 1; number <= sectionsPerDivision; number += 1) {
    const courseId = plant(course, { code: `Μ${number}`, nameEl: `Μάθημα ${number}`, nameEn: `Course ${number}`, credits: 2, weeklyHours: 2 });
    for (const { level, division, sectionIds } of divisions) {
      sectionIds.push(plant(section, { courseId, yearId, code: `Μ${number}-${division}`, level, division }));
    }
  }
  return { orgId, yearId, yearStart, scaleId, absentId, categoryIds, postedTermId, termId, divisions };
}
