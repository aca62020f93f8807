import { greekToLatin } from '#contract/transliterate.ts';
import { createMailboxes, inventMobile } from './rules-contact.ts';
import { addDays, daysBetween } from './rules-dates.ts';
import { inventHousehold, namesFor, type HouseholdPlan, type Sex } from './rules-household.ts';
import type { Random } from './rules-random.ts';
import { divisionsPerLevel, planStays, type StayPlan, type Timetable } from './rules-stays.ts';

/** A student as the demonstration tells the story. */
export interface StudentPlan {
  household: HouseholdPlan;
  studentNo: string; sex: Sex; birthDate: string;
  familyEl: string; givenEl: string; preferred: string | null; familyLatin: string | null; givenLatin: string | null;
  email: string | null; mobile: string | null;
  /** The mark out of 20 that the student tends to. */
  aptitude: number;
  /** The chance of falling ill or staying away on an ordinary day. */
  absence: number;
  stays: readonly StayPlan[];
}

const studentsPerCohort = 234;
const transfersPerCohort = 6;
const chances = { sibling: 0.14, twin: 0.012, noLatin: 0.03, noEmail: 0.12, mobile: 0.6, familiar: 0.45, chronic: 0.035 };

interface Child { student: StudentPlan; cohort: number }

/** Invents every student of five cohorts: those in the third class in the first year, up to those who have just begun. */
export function inventStudents(random: Random, timetable: Timetable): StudentPlan[] {
  const mailbox = createMailboxes();
  const homes: { household: HouseholdPlan; children: Child[] }[] = [];
  const students: StudentPlan[] = [];
  const lastYear = timetable.years.length - 1;
  for (let cohort = -2; cohort <= lastYear; cohort += 1) {
    for (let k = 0; k < studentsPerCohort + transfersPerCohort; k += 1) {
      const isTransfer = k >= studentsPerCohort;
      const earliest = Math.max(0, cohort);
      const yearIndex = isTransfer ? Math.min(lastYear, cohort + 2, earliest + random.int(0, 1)) : earliest;
      const birthDate = inventBirthDate(random, timetable, cohort);
      const home = findHome(random, homes, cohort, birthDate) ?? { household: inventHousehold(random, mailbox), children: [] };
      if (home.children.length === 0) homes.push(home);
      const twin = home.children.find((child) => child.cohort === cohort)?.student;
      const stays = planStays(random, timetable, { yearIndex, level: yearIndex - cohort, division: k % divisionsPerLevel, isTransfer });
      const student: StudentPlan = {
        ...inventPerson(random, home, mailbox), household: home.household, birthDate: twin?.birthDate ?? birthDate,
        studentNo: numberOf(timetable, cohort, k), stays,
        aptitude: Math.min(19.6, Math.max(8, random.normal(14.6, 2.7))),
        absence: random.chance(chances.chronic) ? 0.07 + random.next() * 0.08 : 0.006 + random.next() ** 2 * 0.03,
      };
      home.children.push({ student, cohort });
      students.push(student);
    }
  }
  return students;
}

/** Students of one level are born in one calendar year, those who repeated in the year before. */
function inventBirthDate(random: Random, timetable: Timetable, cohort: number): string {
  const start = Number(timetable.years[0]?.startDate.slice(0, 4)) + cohort;
  return addDays(`${start - 15 - (random.chance(0.02) ? 1 : 0)}-01-01`, random.int(0, 364));
}

/** A home with an older child of another class, or a twin; none for most. */
function findHome<T extends { children: Child[] }>(random: Random, homes: readonly T[], cohort: number, birthDate: string): T | undefined {
  const kind = random.next();
  if (homes.length === 0 || kind > chances.sibling + chances.twin) return undefined;
  const home = kind < chances.twin ? homes.at(-1) : random.pick(homes);
  const fits = kind < chances.twin
    ? home?.children.length === 1 && home.children[0]?.cohort === cohort
    : home?.children.every((child) => child.cohort !== cohort && Math.abs(daysBetween(child.student.birthDate, birthDate)) > 330);
  return fits && home && home.children.length < 3 ? home : undefined;
}

function numberOf(timetable: Timetable, cohort: number, k: number): string {
  const year = Number(timetable.years[0]?.startDate.slice(2, 4)) + cohort;
  return `${String(year).padStart(2, '0')}${String(k + 1).padStart(4, '0')}`;
}

type Person = Pick<StudentPlan, 'sex' | 'familyEl' | 'givenEl' | 'preferred' | 'familyLatin' | 'givenLatin' | 'email' | 'mobile'>;

function inventPerson(random: Random, home: { household: HouseholdPlan; children: Child[] }, mailbox: (family: string, given: string) => string): Person {
  const sex: Sex = random.chance(0.52) ? 'female' : 'male';
  const familyEl = home.household.family[sex];
  const used = home.children.map(({ student }) => student.givenEl);
  const names = namesFor(home.household, sex).filter(({ formal }) => !used.includes(formal) && formal !== home.household.fatherEl && formal !== home.household.motherEl);
  const given = random.pickCommon(names);
  const hasLatin = !random.chance(chances.noLatin);
  return {
    sex, familyEl, givenEl: given.formal,
    preferred: given.familiar !== given.formal && random.chance(chances.familiar) ? given.familiar : null,
    familyLatin: hasLatin ? greekToLatin(familyEl) : null, givenLatin: hasLatin ? greekToLatin(given.formal) : null,
    email: random.chance(chances.noEmail) ? null : mailbox(familyEl, given.formal),
    mobile: random.chance(chances.mobile) ? inventMobile(random) : null,
  };
}
