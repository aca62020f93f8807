import type { Output, Parsed } from '#contract/index.ts';
import { contract } from '#contract/index.ts';

/** What the student form holds: texts as typed, empty where there is nothing. */
export interface DetailValues {
  studentNo: string; familyEl: string; givenEl: string; familyLatin: string; givenLatin: string; fatherEl: string; motherEl: string; preferred: string;
  birthDate: string; sex: string | null; nationalId: string; email: string; phone: string; mobile: string; address: string;
}
export interface EnrolmentValues {
  level: string; division: string; yearId: string; entryDate: string; entryCode: string; previousSchool: string; lastAttendedDate: string; exitCode: string; nextSchool: string;
}
export type Details = Parsed<'students.update'>['details'];
type StoredDetails = Output<'students.get'>['details'];
type Enrolment = Output<'students.get'>['enrolments'][number];

/** The fields of the form in the order in which it shows them. */
export const detailFields = [
  'studentNo', 'sex', 'birthDate', 'nationalId', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred',
  'email', 'mobile', 'phone', 'address',
] as const satisfies readonly (keyof DetailValues)[];
export type DetailField = (typeof detailFields)[number];

/** An empty form. */
export const noDetails: DetailValues = {
  studentNo: '', familyEl: '', givenEl: '', familyLatin: '', givenLatin: '', fatherEl: '', motherEl: '', preferred: '',
  birthDate: '', sex: null, nationalId: '', email: '', phone: '', mobile: '', address: '',
};

/** A student's details as the form shows them. */
export function toDetailValues(details: StoredDetails): DetailValues {
  const { sex, ...rest } = details;
  const texts = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, value ?? '']));
  return { ...noDetails, ...texts, sex };
}

const detailsForm = contract['students.update'].input.shape.details;

/** The form's texts as details to save: trimmed, empty as null. Throws when they do not pass the contract. */
export const toDetails = (values: DetailValues): Details => detailsForm.parse(values);

/** An enrolment as its form shows it. */
export function toEnrolmentValues(enrolment: Enrolment): EnrolmentValues {
  return {
    level: enrolment.level, division: enrolment.division ?? '', yearId: enrolment.yearId, entryDate: enrolment.entryDate, entryCode: enrolment.entryCode ?? '',
    previousSchool: enrolment.previousSchool ?? '',
    lastAttendedDate: enrolment.lastAttendedDate ?? '', exitCode: enrolment.exitCode ?? '', nextSchool: enrolment.nextSchool ?? '',
  };
}

/** An enrolment that is to be entered, in the year and on the day that most are. */
export function newEnrolment(year: { id: string; startDate: string; endDate: string } | undefined, today: string): EnrolmentValues {
  const inYear = year && today >= year.startDate && today <= year.endDate;
  return {
    level: '', division: '', yearId: year?.id ?? '', entryDate: inYear ? today : (year?.startDate ?? ''), entryCode: '', previousSchool: '', lastAttendedDate: '', exitCode: '', nextSchool: '',
  };
}
