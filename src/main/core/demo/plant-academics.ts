import { greekHolidays } from '../academics/rules-holidays.ts';
import { bellPeriods } from '../setup/starting-data.ts';
import { bellPeriod, calendarDay, course, homeroom, meeting, staffAssignment, term } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { courses } from './courses.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool, PlantedYear } from './plant-school.ts';
import type { PlantedDivision } from './plant-sections.ts';
import type { PlantedTeacher } from './plant-staff.ts';
import { addDays, millisecondsOf } from './rules-dates.ts';
import { layOutWeek } from './rules-timetable.ts';

/** The first class has 36 hours in the plan and 35 in the week: of this course one hour is not given. */
const shortened = { code: 'ΠΟΛ-Α', weeklyHours: 2 };
const hoursOf = ({ code, weeklyHours }: { code: string; weeklyHours: number }) => (code === shortened.code ? shortened.weeklyHours : weeklyHours);

/** Where lessons of a department are held when the place is free, else in the division's own room. */
const places: Readonly<Record<string, readonly string[]>> = {
  ΑΓΩ: ['Γυμναστήριο', 'Γήπεδο 1', 'Γήπεδο 2'],
  ΟΙΚ: ['Εργ. Πληροφορικής'],
};

/** Writes what a school's year is made of besides people: root terms and posting windows, holidays, lesson hours, class divisions, assignments, the timetable. */
export function plantAcademics(db: Writer, planter: Planter, school: PlantedSchool, teachers: readonly PlantedTeacher[], divisions: readonly PlantedDivision[]): void {
  for (const year of school.years) plantTerms(db, planter, year);
  for (const { plan } of school.years) {
    for (const day of greekHolidays(plan.startDate, plan.endDate)) planter.plant(calendarDay, { orgId: school.schoolId, isSchoolDay: false, ...day });
  }
  for (const period of bellPeriods) planter.plant(bellPeriod, period);
  for (const { code, level } of courses) {
    const id = school.courseIds.get(code);
    if (id) db.update(course, id, { level, scaleId: school.scaleId, ...(code === shortened.code ? { weeklyHours: shortened.weeklyHours } : {}) });
  }
  plantAssignments(planter, school, teachers);
  for (const division of divisions) plantHomeroom(planter, school, division, divisions);
  plantTimetable(planter, divisions.filter(({ yearIndex }) => school.years[yearIndex]?.plan.status === 'open'));
}

/** Marks are posted from ten days before a term ends until two weeks after; terms of closed years are locked. */
function plantTerms(db: Writer, { plant }: Planter, { id: yearId, plan, terms }: PlantedYear): void {
  const window = (endDate: string) => {
    const postingCloses = addDays(endDate, 14);
    return { postingOpens: addDays(endDate, -10), postingCloses, lockedAt: plan.status === 'closed' ? millisecondsOf(addDays(postingCloses, 1)) : null };
  };
  const root = plant(term, { yearId, type: 'year', nameEl: 'Σχολικό έτος', nameEn: 'School year', startDate: plan.startDate, endDate: plan.endDate, ...window(plan.endDate) });
  for (const { id, endDate } of terms) db.update(term, id, { parentId: root, ...window(endDate) });
}

function plantAssignments({ plant }: Planter, school: PlantedSchool, teachers: readonly PlantedTeacher[]): void {
  const startDate = school.years[0]?.plan.startDate ?? '';
  for (const [department, departmentId] of school.departmentIds) {
    const members = teachers.filter((teacher) => teacher.department === department);
    for (const { id: staffId } of members) plant(staffAssignment, { staffId, departmentId, role: 'teacher', startDate });
    // The last of a department, whom no account stands for, but in the department that has an account for its head.
    const head = department === 'ΟΙΚ' ? members[0] : members.at(-1);
    if (head) plant(staffAssignment, { staffId: head.id, departmentId, role: 'head', startDate });
  }
}

/** A division's room, and as its class teacher the one with most lessons in it who has no other division. */
function plantHomeroom({ plant }: Planter, school: PlantedSchool, own: PlantedDivision, all: readonly PlantedDivision[]): void {
  const yearId = school.years[own.yearIndex]?.id;
  if (!yearId) return;
  const teachersOf = ({ sections }: PlantedDivision) => sections.toSorted((a, b) => b.course.weeklyHours - a.course.weeklyHours).map(({ staffId }) => staffId);
  const taken = new Set<string>();
  let staffId: string | undefined;
  for (const division of all.filter(({ yearIndex }) => yearIndex === own.yearIndex)) {
    staffId = teachersOf(division).find((id) => !taken.has(id));
    if (staffId) taken.add(staffId);
    if (division === own) break;
  }
  plant(homeroom, { yearId, level: own.level, division: own.division, room: own.room, capacity: 28, staffId: staffId ?? null });
}

function plantTimetable({ plant }: Planter, divisions: readonly PlantedDivision[]): void {
  const loads = divisions.flatMap(({ division, sections }) => sections.map(({ id, course: plan, staffId }) => ({ section: id, division, teacher: staffId, hours: hoursOf(plan) })));
  const departmentOf = new Map(divisions.flatMap(({ sections }) => sections.map(({ id, course: plan }) => [id, plan.department] as const)));
  const taken = new Set<string>();
  for (const { section, slot } of layOutWeek(loads, bellPeriods.length).toSorted((a, b) => a.slot - b.slot)) {
    const period = bellPeriods[slot % bellPeriods.length];
    if (!period) continue;
    const room = places[departmentOf.get(section) ?? '']?.find((place) => !taken.has(`${slot} ${place}`)) ?? null;
    if (room !== null) taken.add(`${slot} ${room}`);
    plant(meeting, {
      sectionId: section, weekday: Math.floor(slot / bellPeriods.length) + 1, period: period.number, startTime: period.startTime, endTime: period.endTime, room,
    });
  }
}
