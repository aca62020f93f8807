import { sortKeyOf } from '../search/rules-fold.ts';
import { greekToLatin } from '#contract/transliterate.ts';
import { contactPoint, enrolment, guardianLink, person, student } from '../store/schema/index.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { GuardianPlan, HouseholdPlan } from './rules-household.ts';
import { movedCode, type StayPlan } from './rules-stays.ts';
import type { StudentPlan } from './rules-students.ts';

/** A student with the key under which it was written, and the enrolments, each with the stretches in one division that it is made of. */
export interface PlantedStudent { id: string; plan: StudentPlan; enrolments: readonly { id: string; stretches: readonly StayPlan[] }[] }

type Contact = readonly [kind: 'email' | 'phone' | 'mobile' | 'address', value: string | null];

function plantContacts({ plant }: Planter, personId: string, contacts: readonly Contact[]): void {
  for (const [kind, value] of contacts) if (value) plant(contactPoint, { personId, kind, value });
}

/** Writes the students with their contacts, guardians (once for all children of a home) and enrolments. */
export function plantStudents(planter: Planter, school: PlantedSchool, plans: readonly StudentPlan[]): PlantedStudent[] {
  const homes = new Map<HouseholdPlan, readonly { id: string; guardian: GuardianPlan }[]>();
  return plans.map((plan) => {
    const { household } = plan;
    const personId = planter.plant(person, {
      familyEl: plan.familyEl, givenEl: plan.givenEl, familyLatin: plan.familyLatin, givenLatin: plan.givenLatin,
      fatherEl: household.fatherEl, motherEl: household.motherEl, preferred: plan.preferred,
      birthDate: plan.birthDate, sex: plan.sex, sortKey: sortKeyOf(plan.familyEl, plan.givenEl),
    });
    plantContacts(planter, personId, [['email', plan.email], ['phone', household.phone], ['mobile', plan.mobile], ['address', household.address]]);
    const id = planter.plant(student, { personId, studentNo: plan.studentNo });
    const guardians = homes.get(household) ?? household.guardians.map((guardian) => ({ id: plantGuardian(planter, household, guardian), guardian }));
    homes.set(household, guardians);
    guardians.forEach(({ id: guardianId, guardian: { relation, custody, noContact } }, index) => planter.plant(guardianLink, {
      studentId: id, personId: guardianId, relation, priority: index + 1, custody, noContact, mayPickUp: !noContact, receivesReports: custody,
    }));
    const enrolments = joinMoves(plan.stays).map((stretches) => ({ id: plantEnrolment(planter, school, id, stretches), stretches }));
    return { id, plan, enrolments };
  });
}

/** Who changes division stays at the school: one enrolment. */
function joinMoves(stays: readonly StayPlan[]): StayPlan[][] {
  const joined: StayPlan[][] = [];
  for (const stay of stays) {
    if (stay.entryCode === movedCode) joined.at(-1)?.push(stay);
    else joined.push([stay]);
  }
  return joined;
}

function plantEnrolment({ plant }: Planter, school: PlantedSchool, studentId: string, stretches: readonly StayPlan[]): string {
  const [first] = stretches;
  const last = stretches.at(-1);
  const yearId = first && school.years[first.yearIndex]?.id;
  if (!first || !last || !yearId) throw new Error('a stay outside of the years');
  const { level, from, entryCode } = first;
  const { division, to, exitCode, nextSchool } = last;
  return plant(enrolment, { studentId, orgId: school.schoolId, yearId, level, division, entryDate: from, entryCode, lastAttendedDate: to, exitCode, nextSchool });
}

function plantGuardian(planter: Planter, household: HouseholdPlan, guardian: GuardianPlan): string {
  const { familyEl, givenEl, sex } = guardian;
  const id = planter.plant(person, {
    familyEl, givenEl, sex, familyLatin: greekToLatin(familyEl), givenLatin: greekToLatin(givenEl), sortKey: sortKeyOf(familyEl, givenEl),
  });
  plantContacts(planter, id, [
    ['email', guardian.email], ['mobile', guardian.mobile], ['address', guardian.custody ? household.address : null],
  ]);
  return id;
}
