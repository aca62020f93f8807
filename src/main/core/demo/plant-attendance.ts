import { attendanceMark, attendanceSubmission } from '../store/schema/index.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { PlantedDivision } from './plant-sections.ts';
import { rollAbsences } from './rules-absences.ts';
import type { Random } from './rules-random.ts';
import type { Timetable } from './rules-stays.ts';

/** How often a division's attendance was forgotten, and how much of today's has come in yet. */
const chances = { forgotten: 0.006, inToday: 0.7 };

/** A mark of the present year, for what is planted after it. */
export interface PlantedMark { studentId: string; date: string; code: string; source: 'teacher' | 'office' }

/** Writes, for each division, the days on which attendance was taken and the marks of those who were not simply there. Returns those of the open year. */
export function plantAttendance(planter: Planter, random: Random, school: PlantedSchool, timetable: Timetable, divisions: readonly PlantedDivision[]): PlantedMark[] {
  const marks: PlantedMark[] = [];
  for (const { yearIndex, level, division, attending } of divisions) {
    const yearId = school.years[yearIndex]?.id;
    const days = timetable.passedDays[yearIndex];
    if (!yearId || !days) continue;
    const taken = new Set(days.filter((date) => (date === timetable.today ? random.chance(chances.inToday) : !random.chance(chances.forgotten))));
    const expected = new Map<string, number>();
    for (const { student, stay } of attending) {
      const own = days.filter((date) => stay.from <= date && (stay.to === null || date <= stay.to));
      for (const date of own) expected.set(date, (expected.get(date) ?? 0) + 1);
      for (const { date, code, source } of rollAbsences(random, student.plan.absence, own)) {
        const codeId = school.codeIds.get(code);
        if (!taken.has(date) || !codeId) continue;
        // Minutes are worked out, not rolled: the dice must fall as they always have.
        const minutes = code === 'PL' ? 5 + 5 * (planter.count() % 4) : null;
        planter.plant(attendanceMark, { studentId: student.id, date, codeId, source, minutes });
        if (yearIndex === timetable.years.length - 1) marks.push({ studentId: student.id, date, code, source });
      }
    }
    for (const date of taken) {
      planter.plant(attendanceSubmission, { yearId, level, division, date, expected: expected.get(date) ?? 0 });
    }
  }  return marks;
}
