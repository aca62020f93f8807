import { weekdayOf } from './rules-dates.ts';
import type { Random } from './rules-random.ts';

/** A day on which a student was not simply there. */
export interface AbsencePlan { date: string; code: string; source: 'teacher' | 'office' }

/** Mondays and Fridays tempt; January and February bring the flu. */
function weightOf(date: string): number {
  const weekday = weekdayOf(date);
  const season = ['01', '02'].includes(date.slice(5, 7)) ? 1.4 : 0.95;
  return season * (weekday === 1 ? 1.35 : weekday === 5 ? 1.25 : 0.82);
}

/** Days that one absence lasts. */
const rollLength = (random: Random): number => (random.chance(0.68) ? 1 : random.int(2, 4));

/**
 * The marks of one student over school days, with the chance that an absence begins on an ordinary one.
 * Excused absences often have two marks: the teacher's of that morning and the office's, once the parents have called.
 */
export function rollAbsences(random: Random, chance: number, days: readonly string[]): AbsencePlan[] {
  const marks: AbsencePlan[] = [];
  let daysLeft = 0;
  let isExcused = false;
  for (const date of days) {
    if (daysLeft === 0 && random.chance(chance * weightOf(date))) {
      daysLeft = rollLength(random);
      isExcused = random.chance(daysLeft > 1 ? 0.8 : 0.4);
    }
    if (daysLeft > 0) {
      daysLeft -= 1;
      if (!isExcused || random.chance(0.35)) marks.push({ date, code: 'AU', source: 'teacher' });
      if (isExcused) marks.push({ date, code: 'AE', source: 'office' });
      continue;
    }
    const other = random.next();
    if (other < 0.008) marks.push({ date, code: 'PL', source: 'teacher' });
    else if (other < 0.0105) marks.push({ date, code: 'LE', source: 'teacher' });
    else if (other < 0.0125) marks.push({ date, code: 'SA', source: 'office' });
    else if (other < 0.0127) marks.push({ date, code: 'SU', source: 'office' });
  }
  return marks;
}
