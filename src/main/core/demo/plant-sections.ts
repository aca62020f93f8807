import { section, sectionEnrolment, sectionStaff } from '../store/schema/index.ts';
import { coursesOf, type CoursePlan } from './courses.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool, PlantedYear } from './plant-school.ts';
import type { PlantedTeacher } from './plant-staff.ts';
import type { PlantedStudent } from './plant-students.ts';
import { divisionsPerLevel, levels, movedCode, type StayPlan } from './rules-stays.ts';

/** A stay together with whose it is. */
export interface Attending { student: PlantedStudent; stay: StayPlan }
/** A section with the key under which it was written. */
export interface PlantedSection { id: string; course: CoursePlan; staffId: string }
/** A class division of one year: its sections and everybody who was ever in it that year. */
export interface PlantedDivision { yearIndex: number; level: string; division: string; room: string; sections: readonly PlantedSection[]; attending: readonly Attending[] }

/** The course whose first sections the demonstration's teacher has, and how many. */
const ownCourse = { code: 'ΑΛΓ-Β', department: 'ΜΑΘ', sections: 5 };

/** Writes the sections of every division and year, who teaches them and who is in them. */
export function plantSections(planter: Planter, school: PlantedSchool, teachers: readonly PlantedTeacher[], students: readonly PlantedStudent[]): PlantedDivision[] {
  const byDivision = new Map<string, Attending[]>();
  for (const student of students) {
    for (const stay of student.plan.stays) {
      const key = `${stay.yearIndex} ${stay.division}`;
      byDivision.set(key, [...(byDivision.get(key) ?? []), { student, stay }]);
    }
  }
  return school.years.flatMap((year, yearIndex) => {
    const assign = assignTeachers(teachers);
    return levels.flatMap((level, floor) => Array.from({ length: divisionsPerLevel }, (_, index): PlantedDivision => {
      const division = `${level}${index + 1}`;
      const attending = byDivision.get(`${yearIndex} ${division}`) ?? [];
      const room = `${floor + 1}${String(index + 1).padStart(2, '0')}`;
      const sections = coursesOf(division).map((course) => plantSection(planter, school, year, { course, level, division, room }, assign(course)));
      for (const { student, stay } of attending) {
        const endDate = stay.to ?? (year.plan.status === 'closed' ? year.plan.endDate : null);
        const reason = stay.exitCode === movedCode ? 'moved' : stay.exitCode === 'promoted' || stay.exitCode === 'graduated' ? null : stay.exitCode;
        for (const { id } of sections) {
          planter.plant(sectionEnrolment, { sectionId: id, studentId: student.id, startDate: stay.from, endDate, reason });
        }
      }
      return { yearIndex, level, division, room, sections, attending };
    }));
  });
}

interface Place { course: CoursePlan; level: string; division: string; room: string }

function plantSection({ plant }: Planter, school: PlantedSchool, year: PlantedYear, place: Place, staffId: string): PlantedSection {
  const { course, level, division, room } = place;
  const courseId = school.courseIds.get(course.code);
  if (!courseId) throw new Error('a section of no course');
  const id = plant(section, { courseId, yearId: year.id, code: `${course.code.slice(0, -2)}-${division}`, level, division, room, capacity: 28 });
  const endDate = year.plan.status === 'closed' ? year.plan.endDate : null;
  plant(sectionStaff, { sectionId: id, staffId, role: 'primary', startDate: year.plan.startDate, endDate });
  return { id, course, staffId };
}

/** Gives each section to the teacher of its department who has the fewest lessons; the demonstration's teacher has a few sections of one course only. */
function assignTeachers(teachers: readonly PlantedTeacher[]): (course: CoursePlan) => string {
  const hours = new Map(teachers.map(({ id }) => [id, 0]));
  const load = (teacher: PlantedTeacher): number => hours.get(teacher.id) ?? 0;
  let own = 0;
  return (course) => {
    const colleagues = teachers.filter(({ department }) => department === course.department);
    const [first] = colleagues;
    const isOwn = course.code === ownCourse.code && own < ownCourse.sections;
    if (isOwn) own += 1;
    const others = course.department === ownCourse.department ? colleagues.slice(1) : colleagues;
    const chosen = isOwn ? first : others.toSorted((a, b) => load(a) - load(b))[0];
    if (!chosen) throw new Error('a department without teachers');
    hours.set(chosen.id, load(chosen) + course.weeklyHours);
    return chosen.id;
  };
}
