import type { ImportProblem } from '#contract/exchange.ts';
import type { Decision } from '#contract/import-options.ts';
import { foldText } from '../../search/rules-fold.ts';
import type { LookAlikes, Named } from './look-alikes.ts';
import type { Identity, IdentityIndex } from './match-rows.ts';
import { isLatinOnly, splitFullName } from './parse-names.ts';
import type { RecordValues } from './record-values.ts';
import { problem } from './values.ts';

/** More than these nobody compares. */
const mostCandidates = 8;

/**
 * Which student a row means: by the number, else by the name with whatever else the row says. A number whose student has quite another name is
 * refused: a mark in the wrong child's record is worse than none.
 */
export function findStudent(values: RecordValues, index: IdentityIndex): Identity | ImportProblem {
  const { family, given } = nameOf(values);
  if (values.studentNo !== undefined) {
    const slot = byNumber(values.studentNo, index);
    const identity = index.identities[slot];
    if (!identity) return problem('studentUnknown', 'studentNo', { value: values.studentNo });
    return family !== '' && isSomebodyElse(identity, family, given) ? problem('otherName', 'studentNo', { studentNo: identity.studentNo }) : identity;
  }
  if (family === '' || given === '') return problem('missingStudent');
  const slots = index.byName(`${foldText(family)} ${foldText(given)}`).filter((slot) => !contradicts(values, index.identities[slot]));
  const [only] = slots;
  if (slots.length > 1) return problem('ambiguous', null, { count: slots.length });
  const identity = only === undefined ? undefined : index.identities[only];
  return identity ?? problem('studentUnknown', null, { value: `${family} ${given}` });
}

/** Who may be meant by a row that `findStudent` refuses: whoever has its number or its name, and then whoever is called nearly so. */
export function findCandidates(values: RecordValues, index: IdentityIndex, alikes: LookAlikes): number[] {
  const { family, given } = nameOf(values);
  const owner = values.studentNo === undefined ? -1 : byNumber(values.studentNo, index);
  if (family === '' || given === '') return [];
  const namesakes = index.byName(`${foldText(family)} ${foldText(given)}`);
  return [...new Set([...namesakes, ...alikes.find(namedBy(values)), owner])].filter((slot) => slot >= 0).slice(0, mostCandidates);
}

/** A row of which somebody said whom it means names that student by number; null where nobody did, or that student is gone. */
export function asDecided(values: RecordValues, decision: Decision | undefined, index: IdentityIndex): RecordValues | null {
  const identity = decision === undefined || decision === 'new' ? undefined : index.identities[index.slotOf(decision)];
  if (!identity) return null;
  const { fullName: _full, familyEl: _family, givenEl: _given, fatherEl: _father, birthDate: _birth, ...rest } = values;
  return { ...rest, studentNo: identity.studentNo };
}

/** A row as names are compared. */
export function namedBy(values: RecordValues): Named {
  const { family, given } = nameOf(values);
  return { familyEl: family, givenEl: given, fatherEl: values.fatherEl ?? '', birthDate: values.birthDate ?? '' };
}

/** A number that lost its leading zeros in a spreadsheet is looked for with them. */
function byNumber(number: string, index: IdentityIndex): number {
  const slot = index.byNumber(number);
  if (slot >= 0 || !/^\d+$/.test(number)) return slot;
  const { width } = index.highestNumber();
  return number.length < width ? index.byNumber(number.padStart(width, '0')) : -1;
}

/** The name of a row, from one cell or two; empty for none. */
export function nameOf({ fullName, familyEl, givenEl }: RecordValues): { family: string; given: string } {
  if (familyEl !== undefined) return { family: familyEl, given: givenEl ?? '' };
  return fullName === undefined ? { family: '', given: '' } : splitFullName(fullName);
}

/** Neither name is among those of the student, in either script. */
export function isSomebodyElse({ sortKey, familyLatin, givenLatin }: Identity, family: string, given: string): boolean {
  const known = foldText([sortKey, familyLatin, givenLatin].filter(Boolean).join(' '));
  const says = (name: string) => foldText(name).split(/[\s-]+/).some((word) => word !== '' && known.includes(word));
  // The school may have the name in one script only, and the file in the other: that says nothing.
  if (isLatinOnly(family) !== isLatinOnly(sortKey) && familyLatin === null) return false;
  return !says(family) && !(given !== '' && says(given));
}

function contradicts(values: RecordValues, identity: Identity | undefined): boolean {
  const differ = (said: string | undefined, known: string | null | undefined) => said !== undefined && known != null && foldText(said) !== foldText(known);
  return differ(values.birthDate, identity?.birthDate) || differ(values.fatherEl, identity?.fatherEl);
}
