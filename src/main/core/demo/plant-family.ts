import { greekToLatin } from '#contract/transliterate.ts';
import { sortKeyOf } from '../search/index.ts';
import {
  attachment, consent, contactPoint, customField, customValue, enrolment, guardianLink, healthAlert, household, householdMember, person, storedFile, student,
} from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { PlantedStudent } from './plant-students.ts';
import { explainOrders, keepContent, linksOf, personOf } from './repo-family.ts';
import { alerts, ownFields, splitAddress } from './rules-care.ts';
import { addDays } from './rules-dates.ts';
import type { Random } from './rules-random.ts';
import { smallPdf } from './rules-small-pdf.ts';

interface Ground { db: Writer; planter: Planter; random: Random; school: PlantedSchool; today: string }

/** What stands around the students: homes shared by siblings, health, consents, documents, the school's own fields, and a few double entries. */
export function plantFamily(ground: Ground, students: readonly PlantedStudent[]): void {
  const enrolled = students.filter(({ plan }) => plan.stays.at(-1)?.to === null);
  plantHouseholds(ground, enrolled);
  explainOrders(ground.db, addDays(ground.today, 200));
  plantCare(ground, enrolled);
  plantDocuments(ground, enrolled);
  plantOwnFields(ground, enrolled);
  plantDoubles(ground, enrolled);
}

/** Brothers and sisters who are at the school together, and the guardians with whom they live. */
function plantHouseholds({ db, planter: { plant }, today }: Ground, students: readonly PlantedStudent[]): void {
  const homes = new Map<object, PlantedStudent[]>();
  for (const each of students) homes.set(each.plan.household, [...(homes.get(each.plan.household) ?? []), each]);
  for (const children of homes.values()) {
    const [first] = children;
    if (!first || children.length < 2) continue;
    const { address, phone } = first.plan.household;
    const householdId = plant(household, { ...splitAddress(address), phone });
    const guardians = linksOf(db, first.id).filter(({ custody }) => custody === 1).map(({ personId }) => personId);
    for (const personId of [...children.map(({ id }) => personOf(db, id)), ...guardians]) plant(householdMember, { householdId, personId, startDate: addDays(today, -800) });
  }
}

function plantCare({ db, planter: { plant }, random, today }: Ground, students: readonly PlantedStudent[]): void {
  for (const { id: studentId } of students) {
    if (random.chance(0.06)) plant(healthAlert, { studentId, ...random.pick(alerts), startDate: addDays(today, -random.int(30, 700)) });
    if (!random.chance(0.3)) continue;
    const guardianLinkId = linksOf(db, studentId).find(({ custody }) => custody === 1)?.id ?? null;
    const date = addDays(today, -random.int(20, 70));
    for (const purpose of ['photographs', 'excursions', 'internet'] as const) {
      plant(consent, { studentId, purpose, given: random.chance(0.85), date, validUntil: purpose === 'excursions' ? addDays(date, 280) : null, guardianLinkId });
    }
  }
}

const documents = [
  { title: 'Ιατρική γνωμάτευση', name: 'gnomatefsi.pdf', fieldClass: 'health', lines: ['Medical certificate', 'The pupil may take part in physical education.'] },
  { title: 'Πιστοποιητικό γέννησης', name: 'gennisi.pdf', fieldClass: 'contact', lines: ['Birth certificate (demonstration)'] },
  { title: 'Αποδεικτικό μετεγγραφής', name: 'metengrafi.pdf', fieldClass: 'ordinary', lines: ['Certificate of transfer (demonstration)'] },
] as const;

/** Every fortieth student has a document; some hold the very same file. */
function plantDocuments({ db, planter: { plant } }: Ground, students: readonly PlantedStudent[]): void {
  students.filter((_student, at) => at % 40 === 0).forEach(({ id: studentId }, at) => {
    const { title, name, fieldClass, lines } = documents[at % documents.length] ?? documents[0];
    const content = smallPdf(lines);
    const fileId = plant(storedFile, { hash: keepContent(db, content), name, mime: 'application/pdf', size: content.byteLength, purpose: 'attachment' });
    plant(attachment, { studentId, fileId, title, fieldClass });
  });
}

function plantOwnFields({ planter: { plant }, random }: Ground, students: readonly PlantedStudent[]): void {
  const fields = ownFields.map(({ options, ...field }, at) => ({
    options, id: plant(customField, { ...field, options: options.length > 0 ? JSON.stringify(options) : null, required: false, position: at + 1 }),
  }));
  for (const { id: studentId } of students) {
    for (const { id: fieldId, options } of fields) {
      if (random.chance(0.5)) plant(customValue, { fieldId, studentId, value: options.length > 0 ? random.pick<{ value: string }>(options).value : String(random.int(1, 400)) });
    }
  }
}

/** Students and guardians who were entered twice: in Latin letters, with day and month exchanged, with a letter too few. */
function plantDoubles({ planter: { plant }, school }: Ground, students: readonly PlantedStudent[]): void {
  const year = school.years.at(-1);
  const slips = [
    (familyEl: string, givenEl: string, birthDate: string) => ({ familyEl: greekToLatin(familyEl), givenEl: greekToLatin(givenEl), birthDate }),
    (familyEl: string, givenEl: string, birthDate: string) => ({ familyEl, givenEl, birthDate: `${birthDate.slice(0, 4)}-${birthDate.slice(8)}-${birthDate.slice(5, 7)}` }),
    (familyEl: string, givenEl: string, birthDate: string) => ({ familyEl: `${familyEl.slice(0, 3)}${familyEl.slice(4)}`, givenEl, birthDate }),
  ];
  // Day and month can only be exchanged where both are months.
  const fit = students.filter(({ plan }) => plan.familyEl.length > 8 && Number(plan.birthDate.slice(8)) <= 12 && plan.birthDate.slice(8) !== plan.birthDate.slice(5, 7));
  fit.slice(10, 10 + slips.length * 2).forEach(({ plan, id }, at) => {
    const slip = slips[at % slips.length];
    if (!slip || !year) return;
    const names = slip(plan.familyEl, plan.givenEl, plan.birthDate);
    const personId = plant(person, { ...names, fatherEl: plan.household.fatherEl, motherEl: plan.household.motherEl, sex: plan.sex, sortKey: sortKeyOf(names.familyEl, names.givenEl) });
    if (plan.household.phone) plant(contactPoint, { personId, kind: 'phone', value: plan.household.phone });
    const studentId = plant(student, { personId, studentNo: `Δ-${at + 1}` });
    plant(enrolment, {
      studentId, orgId: school.schoolId, yearId: year.id, level: plan.stays.at(-1)?.level ?? 'Α',
      entryDate: year.plan.startDate, entryCode: 'new', lastAttendedDate: addDays(year.plan.startDate, 1), exitCode: 'withdrawn',
    });
    const [first] = plan.household.guardians;
    if (!first || at > 1) return;
    const again = plant(person, { familyEl: first.familyEl, givenEl: first.givenEl, sex: first.sex, sortKey: sortKeyOf(first.familyEl, first.givenEl) });
    plant(contactPoint, { personId: again, kind: 'mobile', value: first.mobile });
    plant(guardianLink, { studentId: at === 0 ? studentId : id, personId: again, relation: first.relation, priority: 9, custody: true, mayPickUp: true, noContact: false, receivesReports: false });
  });
}
