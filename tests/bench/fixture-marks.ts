import type { Planter } from '../../src/main/core/demo/planter.ts';
import { addDays, schoolDays } from '../../src/main/core/demo/rules-dates.ts';
import type { Random } from '../../src/main/core/demo/rules-random.ts';
import {
  assessment, attendanceMark, attendanceSubmission, postedGrade, score, sectionEnrolment,
} from '../../src/main/core/store/schema/index.ts';
import type { FixtureSchool } from './fixture-school.ts';
import type { Size } from './size.ts';

const attendedDays = 50;
const absenceRate = 0.04;

/** Writes a place in each section of the division for each of its students, and the mark of the term that is over. */
export function plantGrades({ plant }: Planter, random: Random, school: FixtureSchool, students: readonly (readonly string[])[]): void {
  school.divisions.forEach(({ sectionIds }, index) => {
    for (const sectionId of sectionIds) {
      for (const studentId of students[index] ?? []) {
        plant(sectionEnrolment, { sectionId, studentId, startDate: school.yearStart });
        const value = Math.min(20, Math.max(4, Math.round(random.normal(14.5, 3))));
        plant(postedGrade, { sectionId, termId: school.postedTermId, studentId, scaleId: school.scaleId, value });
      }
    }
  });
}

/** Writes the assessments and their scores. */
export function plantScores({ plant }: Planter, random: Random, school: FixtureSchool, students: readonly (readonly string[])[], size: Size): void {
  school.divisions.forEach(({ sectionIds }, index) => {
    for (const sectionId of sectionIds) {
      for (let number = 1; number <= size.assessmentsPerSection; number += 1) {
        const assessmentId = plant(assessment, {
          sectionId, termId: school.termId, title: `Δοκιμασία ${number}`, maxScore: 20, weight: 1, dueDate: addDays(school.yearStart, 100 + number), categoryId: school.categoryIds[number % school.categoryIds.length] ?? null,
        });
        for (const studentId of students[index] ?? []) plant(score, { assessmentId, studentId, value: random.int(8, 40) / 2, state: 'scored' });
      }
    }
  });
}

/** Writes some weeks of attendance up to `today`. */
export function plantAttendance({ plant }: Planter, random: Random, school: FixtureSchool, students: readonly (readonly string[])[], today: string): void {
  for (const date of schoolDays(school.yearStart, today).slice(-attendedDays)) {
    school.divisions.forEach(({ level, division }, index) => {
      const expected = students[index] ?? [];
      plant(attendanceSubmission, { yearId: school.yearId, level, division, date, expected: expected.length });
      for (const studentId of expected) {
        if (random.chance(absenceRate)) plant(attendanceMark, { studentId, date, codeId: school.absentId, source: 'teacher' });
      }
    });
  }
}
