import { assessment, postedGrade, score } from '../store/schema/index.ts';
import type { CoursePlan } from './courses.ts';
import { remarkOf } from './plant-grading.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { Attending, PlantedDivision } from './plant-sections.ts';
import type { StudentPlan } from './rules-students.ts';
import type { Random } from './rules-random.ts';
import type { Timetable } from './rules-stays.ts';

/** Tells what a student would get in a course on an ordinary day, out of 20: each has stronger and weaker subjects. */
type Likely = (student: StudentPlan, course: CoursePlan) => number;

function createLikely(random: Random): Likely {
  const leanings = new Map<StudentPlan, Map<string, number>>();
  return (student, course) => {
    const own = leanings.get(student) ?? new Map<string, number>();
    leanings.set(student, own);
    const leaning = own.get(course.department) ?? random.normal(0, 1.1);
    own.set(course.department, leaning);
    return student.aptitude + course.lift + leaning;
  };
}

const within = (value: number, min: number): number => Math.min(20, Math.max(min, value));
const isThere = ({ stay }: Attending, date: string): boolean => stay.from <= date && (stay.to === null || stay.to >= date);

/** School days between two assessments of a section, and what they are. */
const daysBetweenAssessments = 22;
const kinds = [
  { title: 'Ωριαία γραπτή δοκιμασία', weight: 3 }, { title: 'Ολιγόλεπτη δοκιμασία', weight: 1 }, { title: 'Εργασία', weight: 2 },
] as const;

/** Writes the marks of every term that is over, and the assessments and scores of the year under way. `categoryIds`: one for each kind. */
export function plantMarks(
  planter: Planter, random: Random, school: PlantedSchool, timetable: Timetable, divisions: readonly PlantedDivision[], categoryIds: readonly string[],
): void {
  const likely = createLikely(random);
  for (const division of divisions) {
    const year = school.years[division.yearIndex];
    if (!year) continue;
    for (const term of year.terms) {
      if (term.endDate < timetable.today) plantTerm(planter, random, likely, school.scaleId, term, division);
    }
    if (year.plan.status === 'open') plantAssessments(planter, random, likely, year.terms, timetable.passedDays[division.yearIndex] ?? [], division, categoryIds);
  }
}

interface Term { id: string; startDate: string; endDate: string }

/** Marks of a term are whole numbers, as Greek schools give them. */
function plantTerm({ plant }: Planter, random: Random, likely: Likely, scaleId: string, term: Term, division: PlantedDivision): void {
  for (const attending of division.attending) {
    if (!isThere(attending, term.endDate)) continue;
    for (const { id, course } of division.sections) {
      const value = Math.round(within(random.normal(likely(attending.student.plan, course), 1.1), 4));
      plant(postedGrade, { sectionId: id, termId: term.id, studentId: attending.student.id, scaleId, value });
    }
  }
}

function plantAssessments(
  planter: Planter, random: Random, likely: Likely, terms: readonly Term[], days: readonly string[], division: PlantedDivision,
  categoryIds: readonly string[],
): void {
  division.sections.forEach(({ id: sectionId, course }, order) => {
    // Sections take turns, so that a division does not write everything on one day.
    for (let round = 0, day = 12 + (order % 8); day < days.length; round += 1, day += daysBetweenAssessments) {
      const dueDate = days[day];
      const kind = kinds[round % kinds.length];
      const term = terms.find(({ startDate, endDate }) => dueDate !== undefined && startDate <= dueDate && dueDate <= endDate);
      if (!dueDate || !kind || !term) continue;
      const title = `${kind.title} ${Math.floor(round / kinds.length) + 1}`;
      const assessmentId = planter.plant(assessment, { sectionId, termId: term.id, title, maxScore: 20, weight: kind.weight, dueDate, categoryId: categoryIds[round % kinds.length] ?? null });
      for (const attending of division.attending) {
        if (!isThere(attending, dueDate)) continue;
        planter.plant(score, { assessmentId, studentId: attending.student.id, ...rollScore(random, likely(attending.student.plan, course)), comment: remarkOf(planter.count()) });
      }
    }
  });
}

type Score = { value: number | null; state: 'scored' | 'late' | 'absent' | 'excused' | 'missing' };

function rollScore(random: Random, likely: number): Score {
  const kind = random.next();
  if (kind < 0.02) return { value: null, state: 'absent' };
  if (kind < 0.028) return { value: null, state: 'excused' };
  if (kind < 0.038) return { value: null, state: 'missing' };
  return { value: Math.round(within(random.normal(likely, 2), 0) * 2) / 2, state: kind < 0.05 ? 'late' : 'scored' };
}
