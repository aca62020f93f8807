import type { ImportProblem } from '#contract/exchange.ts';
import type { StudentField } from '#contract/import-targets.ts';
import { foldText } from '../../search/rules-fold.ts';
import { samePhone } from './parse-contact.ts';
import { isLatinOnly, onlyLosesAccents } from './parse-names.ts';
import { problem, type Values } from './values.ts';

/** The year that rows are enrolled in. */
export interface Year { id: string; startDate: string; endDate: string }

export interface KnownGuardian { linkId: string; personId: string; familyEl: string; givenEl: string; relation: string; phone: string | null; mobile: string | null; email: string | null }

/** A student of the school as an import compares with it. */
export interface Known {
  studentId: string; personId: string; archivedAt: number | null;
  values: Partial<Record<StudentField, string | null>>;
  enrolmentId: string | null;
  guardians: KnownGuardian[];
}

export interface Change { field: StudentField; before: string | null; after: string }

/** What a row does to a student: the cells that differ, whose guardian they are, and remarks or reasons against it. */
export interface Comparison { changes: Change[]; guardian: KnownGuardian | null; problems: ImportProblem[]; notes: ImportProblem[] }

const plainFields = ['studentNo', 'familyLatin', 'givenLatin', 'preferred', 'birthDate', 'sex', 'nationalId', 'email', 'address'] as const;
const greekNames = ['familyEl', 'givenEl', 'fatherEl', 'motherEl'] as const;
const phones = ['phone', 'mobile'] as const;

/** Compares a row with the student that it was matched to; `known` null: a new one. An empty cell never erases a value. */
export function compareRow(values: Values, known: Known | null, year: Year | null): Comparison {
  const result: Comparison = { changes: [], guardian: null, problems: [], notes: [] };
  const add = (field: StudentField, isSame: (before: string, after: string) => boolean) => {
    const after = values[field], before = known?.values[field] ?? null;
    if (after !== '' && (before === null || (before !== after && !isSame(before, after)))) result.changes.push({ field, before, after });
  };
  for (const field of plainFields) add(field, field === 'studentNo' ? sameNumber : never);
  // A Latin spelling in the column of Greek names does not replace a Greek name: it goes to the Latin one.
  for (const field of greekNames) add(field, (before, after) => onlyLosesAccents(before, after) || (isLatinOnly(after) && !isLatinOnly(before)));
  for (const field of phones) add(field, samePhone);
  compareEnrolment(values, known, year, result);
  compareGuardian(values, known, result);
  if (known?.archivedAt) result.notes.push(problem('archived'));
  return result;
}

const never = () => false;
const sameNumber = (before: string, after: string) => before.replace(/^0+/, '') === after.replace(/^0+/, '');

/** The day on which a stay of this year begins: a student who first came years ago begins this year's stay on its first day. */
function entryIn(year: Year, entryDate: string): string {
  return entryDate === '' || entryDate < year.startDate ? year.startDate : entryDate;
}

/** Why a row cannot be enrolled, if it cannot. */
export function enrolmentProblem(values: Values, year: Year | null): ImportProblem | null {
  if (!year) return values.level !== '' || values.division !== '' ? problem('noOpenYear', 'level') : null;
  return values.entryDate > year.endDate ? problem('entryAfterYear', 'entryDate', { value: values.entryDate }) : null;
}

function compareEnrolment(values: Values, known: Known | null, year: Year | null, result: Comparison): void {
  if (values.level === '' && values.division === '' && values.entryDate === '') return;
  const refusal = enrolmentProblem(values, year);
  if (refusal) result.problems.push(refusal);
  if (!year) return;
  const entry = entryIn(year, values.entryDate);
  if (known?.enrolmentId) {
    for (const field of ['level', 'division'] as const) {
      const before = known.values[field] ?? null;
      if (values[field] !== '' && values[field] !== before) result.changes.push({ field, before, after: values[field] });
    }
    const before = known.values.entryDate ?? null;
    if (values.entryDate !== '' && entry !== before) result.changes.push({ field: 'entryDate', before, after: entry });
    return;
  }
  const level = values.level || levelOf(values.division);
  if (level === '') {
    result.notes.push(problem('levelMissing', 'level'));
    return;
  }
  if (values.level === '') result.notes.push(problem('levelFromDivision', 'level', { level }));
  result.changes.push({ field: 'level', before: null, after: level });
  if (values.division !== '') result.changes.push({ field: 'division', before: null, after: values.division });
  result.changes.push({ field: 'entryDate', before: null, after: entry });
}

/** Schools name divisions by their level: Β2 is of Β, 3α of 3, ΣΤ1 of ΣΤ. */
function levelOf(division: string): string {
  return /^(ΣΤ(?!\p{L})|\d{1,2}(?!\d)|\p{L}(?=$|[\d\s.'΄-]))/u.exec(division)?.[1] ?? '';
}

function compareGuardian(values: Values, known: Known | null, result: Comparison): void {
  if (values.guardianFamily === '' || values.guardianGiven === '') return;
  const name = foldText(`${values.guardianFamily} ${values.guardianGiven}`);
  const guardian = known?.guardians.find(({ familyEl, givenEl }) => foldText(`${familyEl} ${givenEl}`) === name) ?? null;
  result.guardian = guardian;
  const add = (field: StudentField, before: string | null) => {
    const after = values[field];
    if (after !== '' && after !== before) result.changes.push({ field, before, after });
  };
  if (!guardian) {
    add('guardianFamily', null);
    add('guardianGiven', null);
    result.changes.push({ field: 'guardianRelation', before: null, after: values.guardianRelation || 'guardian' });
  } else add('guardianRelation', guardian.relation);
  const { guardianPhone } = values;
  const knownPhones = guardian ? [guardian.phone, guardian.mobile].filter((phone) => phone !== null) : [];
  if (guardianPhone !== '' && !knownPhones.some((phone) => samePhone(phone, guardianPhone))) add('guardianPhone', guardian?.phone ?? null);
  add('guardianEmail', guardian?.email ?? null);
}
