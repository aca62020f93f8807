import { performanceCategories } from '../setup/starting-data.ts';
import { dailyPerformance, followUp, highlight, incident, incidentStudent, intervention, performanceCategory } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { followUpStories, highlightStories, incidentStories, interventionStories, safeguardingStories } from './conduct-stories.ts';
import type { Planter } from './planter.ts';
import type { PlantedDivision } from './plant-sections.ts';
import type { PlantedStudent } from './plant-students.ts';
import { createRandom, type Random } from './rules-random.ts';
import { findAccount } from './repo-accounts.ts';
import { addDays } from './rules-dates.ts';
import type { Timetable } from './rules-stays.ts';

const seed = 1_974;
const amounts = { scoredDays: 5, scoredSections: 14, highlights: 46, incidents: 34, interventions: 16 };

interface Stage { planter: Planter; random: Random; days: readonly string[]; today: string; divisions: readonly PlantedDivision[]; counsellorId: string | null }

/** Writes the demonstration's conduct of the open year: daily scores, highlights, incidents with follow-up, interventions. */
export function plantConduct(db: Writer, planter: Planter, timetable: Timetable, all: readonly PlantedDivision[]): void {
  const lastYear = timetable.years.length - 1;
  const categoryIds = performanceCategories.map((category) => planter.plant(performanceCategory, category));
  const counsellorId = findAccount(db, 'counsellor');
  const days = timetable.passedDays[lastYear] ?? [];
  const divisions = all.filter(({ yearIndex }) => yearIndex === lastYear);
  if (days.length < 3) return;
  const stage: Stage = { planter, random: createRandom(seed), days, today: timetable.today, divisions, counsellorId };
  plantScores(stage, categoryIds);
  plantHighlights(stage);
  plantIncidents(stage);
  plantInterventions(stage);
}

/** Those of a division who are still there. */
const present = (division: PlantedDivision): PlantedStudent[] => division.attending.filter(({ stay }) => stay.to === null).map(({ student }) => student);
const pickStudents = ({ random, divisions }: Stage, count: number): PlantedStudent[] => {
  const here = present(random.pick(divisions));
  const first = random.int(0, Math.max(0, here.length - count));
  return here.slice(first, first + count);
};
/** A day of the last so many school days. */
const pickDay = ({ random, days }: Stage, last: number): string => random.pick(days.slice(-last));

function plantScores({ planter, random, days, divisions }: Stage, categoryIds: readonly string[]): void {
  const chosen = divisions.flatMap((division) => division.sections.map((section) => ({ division, section }))).filter(({ section }) => section.course.department === 'ΜΑΘ');
  for (const { division, section } of chosen.slice(0, amounts.scoredSections)) {
    for (const date of days.slice(-amounts.scoredDays)) {
      for (const student of present(division)) {
        const level = Math.min(5, Math.max(1, Math.round(student.plan.aptitude / 4)));
        for (const categoryId of categoryIds) {
          if (!random.chance(0.45)) continue;
          const score = Math.min(5, Math.max(1, level + random.int(-1, 1)));
          planter.plant(dailyPerformance, { studentId: student.id, sectionId: section.id, date, categoryId, score, note: score === 1 && random.chance(0.3) ? 'Χωρίς τετράδιο' : null });
        }
      }
    }
  }
}

function plantHighlights(stage: Stage): void {
  for (let i = 0; i < amounts.highlights; i += 1) {
    const [student] = pickStudents(stage, 1);
    const { kind, text } = stage.random.pick(highlightStories);
    if (student) stage.planter.plant(highlight, { studentId: student.id, date: pickDay(stage, 40), kind, text });
  }
}

function plantIncidents(stage: Stage): void {
  const { planter, random, today } = stage;
  for (let i = 0; i < amounts.incidents; i += 1) {
    const { roles, ...story } = random.pick(incidentStories);
    const date = pickDay(stage, 45);
    const isOld = date < addDays(today, -12);
    const status = isOld && random.chance(0.85) ? 'closed' : random.chance(0.5) ? 'followUp' : 'open';
    const closedOn = status === 'closed' ? addDays(date, random.int(1, 9)) : null;
    const incidentId = planter.plant(incident, { ...story, date, status, closedOn, isSafeguarding: false });
    pickStudents(stage, roles.length).forEach((student, at) => planter.plant(incidentStudent, { incidentId, studentId: student.id, role: roles[at] ?? 'involved' }));
    const steps = status === 'open' ? 0 : random.int(1, 2);
    for (let step = 0; step < steps; step += 1) {
      const day = addDays(date, step + 1);
      planter.plant(followUp, { incidentId, date: day > today ? today : day, text: random.pick(followUpStories) });
    }
  }
  for (const story of safeguardingStories) {
    const incidentId = planter.plant(incident, { ...story, date: pickDay(stage, 20), status: 'followUp', closedOn: null, isSafeguarding: true });
    for (const student of pickStudents(stage, 1)) planter.plant(incidentStudent, { incidentId, studentId: student.id, role: 'affected' });
  }
}

function plantInterventions(stage: Stage): void {
  const { planter, random, today, counsellorId } = stage;
  for (let i = 0; i < amounts.interventions; i += 1) {
    const [student] = pickStudents(stage, 1);
    const { outcome, ...story } = random.pick(interventionStories);
    if (!student) continue;
    const startDate = pickDay(stage, 45);
    const endDate = random.chance(0.25) && startDate < addDays(today, -14) ? addDays(startDate, 14) : null;
    const reviewDate = random.chance(0.3) ? addDays(today, -random.int(0, 6)) : addDays(today, random.int(3, 40));
    const interventionId = planter.plant(intervention, {
      ...story, studentId: student.id, startDate, reviewDate: reviewDate < startDate ? startDate : reviewDate, endDate, outcome: endDate === null ? null : outcome, ownerId: counsellorId,
    });
    if (random.chance(0.6)) planter.plant(followUp, { interventionId, date: today, text: random.pick(followUpStories) });
  }
}
