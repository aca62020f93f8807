import { enrolmentCodes } from '../setup/starting-data.ts';
import { enrolmentCode, homeroomMembership } from '../store/schema/index.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { PlantedStudent } from './plant-students.ts';
import { movedCode } from './rules-stays.ts';

/** Writes in which division each student was from when to when, and the reasons of entry and exit. */
export function plantDivisions({ plant }: Planter, school: PlantedSchool, students: readonly PlantedStudent[]): void {
  enrolmentCodes.forEach((code, position) => plant(enrolmentCode, { ...code, position }));
  for (const { id: studentId, enrolments } of students) {
    for (const { id: enrolmentId, stretches } of enrolments) {
      for (const { yearIndex, level, division, from, to, exitCode } of stretches) {
        const yearId = school.years[yearIndex]?.id;
        if (!yearId) throw new Error('a stay outside of the years');
        plant(homeroomMembership, { studentId, enrolmentId, yearId, level, division, startDate: from, endDate: to, reason: exitCode === movedCode ? 'moved' : null });
      }
    }
  }
}
