import { addDays, schoolDays } from './rules-dates.ts';
import type { Random } from './rules-random.ts';
import type { YearPlan } from './rules-years.ts';

/** The levels of a general lyceum (capital Greek letters) and how many divisions each has. */
export const levels = ['Α', 'Β', 'Γ'] as const;
export const divisionsPerLevel = 9;

/** How a stay in a division begins and the one before it ends when the student only changes division. */
export const movedCode = 'changedDivision';

/** One stay of a student in a division; `to` is the last day attended, null while it lasts. */
export interface StayPlan {
  yearIndex: number; level: string; division: string;
  from: string; entryCode: string; to: string | null; exitCode: string | null; nextSchool: string | null;
}

const otherSchools = ['1ο Γενικό Λύκειο Νέας Ανατολής', '2ο Γενικό Λύκειο Δυτικής Όχθης', '1ο ΕΠΑΛ Ανατολής', 'Μουσικό Σχολείο Λευκής Πέτρας'];
const chances = { leaves: 0.014, returns: 0.15, changesDivision: 0.012, repeats: 0.01 };

/** What the years look like to somebody who plans stays: school days that have passed by `today`. */
export interface Timetable { years: readonly YearPlan[]; passedDays: readonly (readonly string[])[]; today: string }

/** Lays out the years with their school days up to and including `today`. */
export function layOutYears(years: readonly YearPlan[], today: string): Timetable {
  return { years, today, passedDays: years.map((year) => schoolDays(year.startDate, year.endDate < today ? year.endDate : today)) };
}

/** Where a student begins: in which of the years, on which level (0 to 2), in which division (0 to 8), and whether from another school. */
export interface Start { yearIndex: number; level: number; division: number; isTransfer: boolean }

/** Lives a student's years one by one: entry, moves, leaving, repeating, graduating. */
export function planStays(random: Random, timetable: Timetable, start: Start): StayPlan[] {
  const stays: StayPlan[] = [];
  let { level, division } = start;
  let entryCode = start.isTransfer ? 'transfer' : level === 0 ? 'new' : 'continuing';
  for (let yearIndex = start.yearIndex; yearIndex < timetable.years.length && level < levels.length; yearIndex += 1) {
    const inYear = planYear(random, timetable, { yearIndex, level, division, entryCode });
    stays.push(...inYear.stays);
    if (inYear.hasLeft && !random.chance(chances.returns)) return stays;
    const repeats = inYear.stays.at(-1)?.exitCode === 'repeats';
    if (!repeats) level += 1;
    entryCode = inYear.hasLeft ? 'returned' : repeats ? 'repeats' : 'continuing';
    // Divisions are formed anew for the last class, whose groups follow the studies that the students aim at.
    division = level === 2 ? (division * 4 + random.int(0, 2)) % divisionsPerLevel : inYear.division;
  }
  return stays;
}

interface YearStart { yearIndex: number; level: number; division: number; entryCode: string }

function planYear(random: Random, timetable: Timetable, start: YearStart): { stays: StayPlan[]; hasLeft: boolean; division: number } {
  const year = timetable.years[start.yearIndex];
  const days = timetable.passedDays[start.yearIndex];
  const level = levels[start.level];
  if (!year || !days || !level) throw new Error('no such year or level');
  const isLate = start.entryCode === 'transfer' && random.chance(0.4) && days.length > 60;
  const entryDay = isLate ? random.int(5, days.length - 40) : 0;
  const stay = (division: number, from: string, entryCode: string): StayPlan => ({
    yearIndex: start.yearIndex, level, division: `${level}${division + 1}`, from, entryCode, to: null, exitCode: null, nextSchool: null,
  });
  const first = stay(start.division, isLate ? days[entryDay] ?? year.startDate : year.startDate, start.entryCode);
  const stays = [first];
  let { division } = start;
  let last = first;
  const eventDay = random.int(entryDay + 10, Math.max(entryDay + 10, days.length - 2));
  const eventDate = days[eventDay];
  const event = random.next();
  if (eventDate && event < chances.leaves) {
    const transfers = random.chance(0.6);
    Object.assign(first, { to: eventDate, exitCode: transfers ? 'transferred' : 'withdrawn', nextSchool: transfers ? random.pick(otherSchools) : null });
    return { stays, hasLeft: true, division };
  }
  if (eventDate && event < chances.leaves + chances.changesDivision) {
    Object.assign(first, { to: addDays(eventDate, -1), exitCode: movedCode });
    division = (division + random.int(1, divisionsPerLevel - 1)) % divisionsPerLevel;
    last = stay(division, eventDate, movedCode);
    stays.push(last);
  }
  if (year.status === 'closed') {
    const exitCode = random.chance(chances.repeats) ? 'repeats' : start.level === 2 ? 'graduated' : 'promoted';
    Object.assign(last, { to: year.endDate, exitCode });
  }
  return { stays, hasLeft: false, division };
}
