import { attendanceLimit, attendanceMark, attendanceSubmission, contactLog } from '../store/schema/index.ts';
import { attendanceLimits } from '../setup/starting-data.ts';
import type { PlantedMark } from './plant-attendance.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { PlantedDivision } from './plant-sections.ts';
import { weekdayOf } from './rules-dates.ts';
import { createRandom } from './rules-random.ts';
import type { Timetable } from './rules-stays.ts';

const seed = 2_026;
/** The course of the demonstration's teacher, in how many divisions, and how many school days back its lessons were taken one by one. */
const taught = { course: 'ΑΛΓ-Β', divisions: 5, days: 15 };
/** Weekday and hour of the three lessons of each of these sections. */
const hoursOf = (index: number) => [[1, 1 + index], [3, 1 + ((index + 2) % 7)], [5, 1 + ((index + 4) % 7)]] as const;

const remarks = [
  { outcome: 'reached', note: 'Ίωση, θα λείψει και αύριο.' }, { outcome: 'reached', note: 'Το γνωρίζει, θα φέρει δικαιολογητικό.' },
  { outcome: 'noAnswer', note: null }, { outcome: 'message', note: 'Μήνυμα στον τηλεφωνητή.' }, { outcome: 'wrongNumber', note: null },
] as const;

/** Writes the limits, the lessons that the demonstration's teacher took in the last weeks, what the office made of them, and calls home. */
export function plantLessons(planter: Planter, school: PlantedSchool, timetable: Timetable, divisions: readonly PlantedDivision[], marks: readonly PlantedMark[]): void {
  for (const limit of attendanceLimits) planter.plant(attendanceLimit, limit);
  const random = createRandom(seed);
  const yearIndex = timetable.years.length - 1;
  const yearId = school.years[yearIndex]?.id;
  const days = (timetable.passedDays[yearIndex] ?? []).slice(-taught.days);
  const codeOf = (code: string) => school.codeIds.get(code) ?? '';
  if (!yearId) return;
  const missing = new Set(marks.filter(({ code }) => code === 'AU' || code === 'AE').map(({ studentId, date }) => `${studentId} ${date}`));
  const own = divisions.filter((one) => one.yearIndex === yearIndex && one.level === taught.course.slice(-1)).slice(0, taught.divisions);
  own.forEach(({ level, division, sections, attending }, index) => {
    const sectionId = sections.find(({ course }) => course.code === taught.course)?.id;
    if (!sectionId) return;
    for (const date of days) {
      const period = hoursOf(index).find(([weekday]) => weekday === weekdayOf(date))?.[1];
      // Today's lessons after the first hours have not been held yet when the demonstration is opened.
      if (period === undefined || (date === timetable.today && period > 2)) continue;
      const due = attending.filter(({ stay }) => stay.from <= date && (stay.to === null || date <= stay.to));
      planter.plant(attendanceSubmission, { yearId, level, division, date, sectionId, period, expected: due.length });
      for (const { student: { id: studentId } } of due) {
        const slot = { studentId, date, sectionId, period };
        if (missing.has(`${studentId} ${date}`)) planter.plant(attendanceMark, { ...slot, codeId: codeOf('AU'), source: 'teacher' });
        else if (random.chance(0.02)) planter.plant(attendanceMark, { ...slot, codeId: codeOf('PL'), source: 'teacher', minutes: random.int(1, 4) * 5 });
        else if (random.chance(0.012)) {
          planter.plant(attendanceMark, { ...slot, codeId: codeOf('AU'), source: 'teacher' });
          if (random.chance(0.5)) planter.plant(attendanceMark, { ...slot, codeId: codeOf('SA'), source: 'office', note: 'Πρόβα της σχολικής γιορτής' });
        }
      }
    }
  });
  plantCalls(planter, random, days.at(-1), marks);
}

/** Calls about the last day's absences: most families are still to be called. */
function plantCalls(planter: Planter, random: ReturnType<typeof createRandom>, date: string | undefined, marks: readonly PlantedMark[]): void {
  if (!date) return;
  const excused = new Set(marks.filter((mark) => mark.date === date && mark.source === 'office').map(({ studentId }) => studentId));
  for (const mark of marks) {
    if (mark.date !== date || mark.code !== 'AU' || excused.has(mark.studentId) || !random.chance(0.4)) continue;
    const { outcome, note } = random.pick(remarks);
    planter.plant(contactLog, { studentId: mark.studentId, date, outcome, note });
  }
}
