import type { ImportProblem } from '#contract/exchange.ts';
import type { MatchWay } from '#contract/import-options.ts';
import { foldText } from '../../search/rules-fold.ts';
import { isSomebodyElse } from './find-student.ts';
import { contradicts, idKey, type Identity, type IdentityIndex } from './match-rows.ts';
import { problem, type Values } from './values.ts';

/** It is not certain whom a row means: slots of who may be meant, likeliest first, and why the row is refused until somebody decides. */
export interface Doubt { slots: readonly number[]; problem: ImportProblem }

/** Whom rows are compared with, and by what. `isClaimed`: another row of the file already means that student. */
export interface Recognition { index: IdentityIndex; ways: ReadonlySet<MatchWay>; isClaimed: (slot: number) => boolean }

/** Whether the number of a row is that of quite another child: files of other programs count from 1, too, and must not overwrite whoever has those numbers here. */
export function isOfAnother(values: Values, identity: Identity | undefined): boolean {
  if (!identity || values.familyEl === '' || (values.birthDate !== '' && values.birthDate === identity.birthDate)) return false;
  return isSomebodyElse(identity, values.familyEl, values.givenEl);
}

/** Whom a row means that its number does not tell, by identity number and by name: a slot, nobody (-1), or a doubt. */
export function recognise(values: Values, nameKey: string, recognition: Recognition): number | Doubt {
  const { index, ways } = recognition;
  const owner = values.studentNo === '' ? -1 : index.byNumber(values.studentNo);
  const byId = ways.has('nationalId') && values.nationalId !== '' ? matchByNationalId(values, recognition) : -1;
  const match = byId !== -1 || !ways.has('name') ? byId : matchByName(values, nameKey, recognition);
  if (owner < 0) return match;
  const others = typeof match !== 'number' ? match.slots : match < 0 ? [] : [match];
  return { slots: [...new Set([...others, owner])], problem: problem('numberOfOther', 'studentNo', { studentNo: values.studentNo }) };
}

// A row with a number of its own is somebody else than the student whom another line already means.
const isFree = (values: Values, { isClaimed }: Recognition) => (slot: number) => values.studentNo === '' || !isClaimed(slot);

function matchByNationalId(values: Values, recognition: Recognition): number | Doubt {
  const { index } = recognition;
  const slots = index.byNationalId(values.nationalId).filter(isFree(values, recognition));
  const [only] = slots;
  if (only === undefined) return -1;
  if (slots.length > 1) return { slots, problem: problem('ambiguous', 'nationalId', { count: slots.length }) };
  const identity = index.identities[only];
  return isOfAnother(values, identity) ? { slots, problem: problem('sameNationalId', 'nationalId', { studentNo: identity?.studentNo ?? '' }) } : only;
}

function matchByName(values: Values, nameKey: string, recognition: Recognition): number | Doubt {
  const { index, ways } = recognition, { identities } = index;
  const namesakes = index.byName(nameKey).filter((slot) => isFree(values, recognition)(slot) && !contradicts(values, identities[slot]));
  if (namesakes.length === 0) return -1;
  const sameBirth = namesakes.filter((slot) => (identities[slot]?.birthDate ?? '') === values.birthDate);
  if (values.birthDate !== '' && sameBirth.length === 1) {
    const [only = -1] = sameBirth;
    return ways.has('nationalId') && hasOtherId(values, identities[only]) ? { slots: sameBirth, problem: problem('otherNationalId', 'nationalId', { studentNo: identities[only]?.studentNo ?? '' }) } : only;
  }
  // Without a date of birth in the file and in the school, only a row that says exactly the same is the same student.
  const candidates = sameBirth.length > 0 ? sameBirth : namesakes;
  const exact = candidates.filter((slot) => saysTheSame(values, identities[slot]));
  if (sameBirth.length > 0 && exact.length === 1 && values.studentNo === '') return exact[0] ?? -1;
  if (values.studentNo !== '') return -1;
  if (candidates.length > 1) return { slots: candidates, problem: problem('ambiguous', null, { count: candidates.length }) };
  const [only] = candidates;
  return { slots: candidates, problem: problem('possibleMatch', null, { studentNo: only === undefined ? '' : identities[only]?.studentNo ?? '' }) };
}

const hasOtherId = ({ nationalId }: Values, identity: Identity | undefined) => nationalId !== '' && !!identity?.nationalId && idKey(nationalId) !== idKey(identity.nationalId);

function saysTheSame(values: Values, identity: Identity | undefined): boolean {
  const same = (a: string, b: string | null | undefined) => foldText(a) === foldText(b ?? '');
  return same(values.birthDate, identity?.birthDate) && same(values.fatherEl, identity?.fatherEl) && same(values.motherEl, identity?.motherEl);
}
