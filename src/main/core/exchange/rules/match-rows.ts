import type { ImportProblem } from '#contract/exchange.ts';
import { foldText } from '../../search/rules-fold.ts';
import { isLatinOnly } from './parse-names.ts';
import { problem, type Values } from './values.ts';

/** What identifies a student of the school. `sortKey`: folded "family given". */
export interface Identity {
  studentId: string; studentNo: string; sortKey: string; familyLatin: string | null; givenLatin: string | null;
  birthDate: string | null; fatherEl: string | null; motherEl: string | null;
}

/** Finds students by number and by name among all of the school. */
export class IdentityIndex {
  readonly identities: readonly Identity[];
  readonly #byNumber = new Map<string, number>();
  readonly #byName = new Map<string, number | number[]>();
  #byLatinName: Map<string, number | number[]> | null = null;

  constructor(identities: readonly Identity[]) {
    this.identities = identities;
    identities.forEach(({ studentNo, sortKey }, slot) => {
      this.#byNumber.set(studentNo, slot);
      addSlot(this.#byName, sortKey, slot);
    });
  }

  /** Slot of the student with a number; -1 for none. */
  byNumber(studentNo: string): number {
    return this.#byNumber.get(studentNo) ?? -1;
  }

  /** Slots of the students with a name; a name in Latin letters is also looked for among the Latin spellings. */
  byName(nameKey: string): readonly number[] {
    const slots = listOf(this.#byName.get(nameKey));
    if (!/^[\x20-\x7e]+$/.test(nameKey)) return slots;
    this.#byLatinName ??= this.#indexLatin();
    return [...new Set([...slots, ...listOf(this.#byLatinName.get(nameKey))])];
  }

  /** True when a row with a name may mean a student of the school: somebody of that name whom its facts do not contradict. */
  mayKnow(nameKey: string, values: Values): boolean {
    return this.byName(nameKey).some((slot) => !contradicts(values, this.identities[slot]));
  }

  #indexLatin(): Map<string, number | number[]> {
    const index = new Map<string, number | number[]>();
    this.identities.forEach(({ familyLatin, givenLatin }, slot) => {
      if (familyLatin && givenLatin) addSlot(index, `${foldText(familyLatin)} ${foldText(givenLatin)}`, slot);
    });
    return index;
  }

  /** The highest number that is nothing but digits, and how wide it is written. */
  highestNumber(): { value: number; width: number } {
    return highest(this.identities.map(({ studentNo }) => studentNo));
  }
}

const listOf = (slots: number | number[] | undefined): readonly number[] => (slots === undefined ? [] : typeof slots === 'number' ? [slots] : slots);

/** Most names are had by one student: those cost no list. */
function addSlot(index: Map<string, number | number[]>, key: string, slot: number): void {
  const slots = index.get(key);
  if (slots === undefined) index.set(key, slot);
  else if (typeof slots === 'number') index.set(key, [slots, slot]);
  else slots.push(slot);
}

/** The highest of some student numbers that are nothing but digits, as value and width; 0 where there is none. */
export function highest(numbers: Iterable<string>): { value: number; width: number } {
  let value = 0, width = 1;
  for (const text of numbers) {
    if (text.length > 15 || !/^\d+$/.test(text)) continue;
    if (Number(text) > value) [value, width] = [Number(text), text.length];
  }
  return { value, width };
}

/** Whom a row without a known number means: a slot, nobody (-1), or why that cannot be told. */
export function matchByName(values: Values, nameKey: string, index: IdentityIndex, claimed: (slot: number) => boolean): number | ImportProblem {
  const namesakes = index.byName(nameKey).filter((slot) => !contradicts(values, index.identities[slot]) && !claimed(slot));
  if (namesakes.length === 0) return -1;
  const sameBirth = namesakes.filter((slot) => (index.identities[slot]?.birthDate ?? '') === values.birthDate);
  if (values.birthDate !== '' && sameBirth.length === 1) return sameBirth[0] ?? -1;
  // Without a date of birth in the file and in the school, only a row that says exactly the same is the same student.
  const candidates = sameBirth.length > 0 ? sameBirth : namesakes;
  const exact = candidates.filter((slot) => saysTheSame(values, index.identities[slot]));
  if (sameBirth.length > 0 && exact.length === 1 && values.studentNo === '') return exact[0] ?? -1;
  if (values.studentNo !== '') return -1;
  if (candidates.length > 1) return problem('ambiguous', null, { count: candidates.length });
  const [only] = candidates;
  const studentNo = only === undefined ? '' : index.identities[only]?.studentNo ?? '';
  return problem('possibleMatch', null, { studentNo });
}

/** Two people when both sides give a fact and the facts differ. */
function contradicts(values: Values, identity: Identity | undefined): boolean {
  if (!identity) return true;
  const differ = (a: string, b: string | null) => a !== '' && b !== null && a !== b && foldText(a) !== foldText(b) && isLatinOnly(a) === isLatinOnly(b);
  // Dates tell most namesakes apart and need no folding: a file of a large school has millions of such pairs.
  if (values.birthDate !== '' && identity.birthDate !== null && values.birthDate !== identity.birthDate) return true;
  return differ(values.fatherEl, identity.fatherEl) || differ(values.motherEl, identity.motherEl);
}

function saysTheSame(values: Values, identity: Identity | undefined): boolean {
  const same = (a: string, b: string | null | undefined) => foldText(a) === foldText(b ?? '');
  return same(values.birthDate, identity?.birthDate) && same(values.fatherEl, identity?.fatherEl) && same(values.motherEl, identity?.motherEl);
}

/** What makes two rows of one file the same student when neither has a number. */
export function rowKey(values: Values, nameKey: string): string {
  return [nameKey, values.birthDate, foldText(values.fatherEl), foldText(values.motherEl)].join('|');
}
