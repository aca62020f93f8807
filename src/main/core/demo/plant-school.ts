import type { Writer } from '../store/writer.ts';
import { academicYear, attendanceCode, course, org, scale, scaleBand, setting, term } from '../store/schema/index.ts';
import { courses, departments } from './courses.ts';
import { attendanceCodes, greekScale } from '../setup/starting-data.ts';
import type { Planter } from './planter.ts';
import type { YearPlan } from './rules-years.ts';

/** A year with the keys under which it was written. */
export interface PlantedYear { id: string; plan: YearPlan; terms: readonly { id: string; startDate: string; endDate: string }[] }

/** What hangs on nobody: the keys of the school, its years, departments, courses, scale and attendance codes. */
export interface PlantedSchool {
  schoolId: string; scaleId: string;
  years: readonly PlantedYear[];
  departmentIds: ReadonlyMap<string, string>; courseIds: ReadonlyMap<string, string>; codeIds: ReadonlyMap<string, string>;
}

const schoolNames = { nameEl: 'Πρότυπο Γενικό Λύκειο Ανατολής', nameEn: 'Model General Lyceum of Anatoli' };

/** Writes the school itself: names, settings, years and terms, departments, courses, scale and codes. */
export function plantSchool(db: Writer, { plant }: Planter, years: readonly YearPlan[]): PlantedSchool {
  db.insert(setting, { value: JSON.stringify({ ...schoolNames, backupAt: '02:00', backupFolder: null, backupKeep: 14 }) }, 'school');
  db.insert(setting, { value: 'true' }, 'recoverySaved');
  const schoolId = plant(org, { type: 'school', ...schoolNames, code: '9900001' });
  const departmentIds = new Map(departments.map((department) =>
    [department.code, plant(org, { type: 'department', parentId: schoolId, ...department })] as const));
  const plantedYears = years.map((plan) => {
    const id = plant(academicYear, { label: plan.label, startDate: plan.startDate, endDate: plan.endDate, status: plan.status });
    const terms = plan.terms.map((one) => ({
      id: plant(term, { yearId: id, type: 'term', ...one }), startDate: one.startDate, endDate: one.endDate,
    }));
    return { id, plan, terms };
  });
  const { bands, ...scaleRow } = greekScale;
  const scaleId = plant(scale, scaleRow);
  for (const band of bands) plant(scaleBand, { scaleId, ...band });
  return {
    schoolId, scaleId, years: plantedYears, departmentIds,
    courseIds: new Map(courses.map(({ code, nameEl, nameEn, department, weeklyHours }) => [
      code, plant(course, { code, nameEl, nameEn, departmentId: departmentIds.get(department) ?? null, credits: weeklyHours, weeklyHours }),
    ])),
    codeIds: new Map(attendanceCodes.map((one) => [one.code, plant(attendanceCode, one)])),
  };
}
