import { foldText, foldedWords } from '../../search/rules-fold.ts';
import { isLatinOnly } from './parse-names.ts';
import type { Values } from './values.ts';

/** What identifies a student of the school. `sortKey`: folded "family given". */
export interface Identity {
  studentId: string; studentNo: string; sortKey: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  birthDate: string | null; fatherEl: string | null; motherEl: string | null; nationalId: string | null;
}

/** Finds students by number, by identity number and by name among all of the school. */
export class IdentityIndex {
  readonly identities: readonly Identity[];
  readonly #byNumber = new Map<string, number>();
  readonly #byName = new Map<string, number | number[]>();
  #byLatinName: Map<string, number | number[]> | null = null;
  #byStudent: Map<string, number> | null = null;
  #byNationalId: Map<string, number | number[]> | null = null;

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

  /** Whether the school has somebody with the number or the identity number of a row, or with its name whom its facts do not contradict. */
  isKnown(values: Values, nameKey: string): boolean {
    const { studentNo, nationalId } = values;
    return this.byName(nameKey).some((slot) => !contradicts(values, this.identities[slot])) || (studentNo !== '' && this.byNumber(studentNo) >= 0) || (nationalId !== '' && this.byNationalId(nationalId).length > 0);
  }

  /** Slot of a student; -1 for one whom the school does not have. */
  slotOf(studentId: string): number {
    this.#byStudent ??= new Map(this.identities.map((identity, slot) => [identity.studentId, slot]));
    return this.#byStudent.get(studentId) ?? -1;
  }

  /** Slots of the students with an identity number, however it is spaced. */
  byNationalId(nationalId: string): readonly number[] {
    this.#byNationalId ??= this.#indexNationalIds();
    return listOf(this.#byNationalId.get(idKey(nationalId)));
  }

  /** Slots of the students with a name; a name in Latin letters is also looked for among the Latin spellings. */
  byName(nameKey: string): readonly number[] {
    const slots = listOf(this.#byName.get(nameKey));
    if (!/^[\x20-\x7e]+$/.test(nameKey)) return slots;
    this.#byLatinName ??= this.#indexLatin();
    return [...new Set([...slots, ...listOf(this.#byLatinName.get(nameKey))])];
  }

  #indexLatin(): Map<string, number | number[]> {
    const index = new Map<string, number | number[]>();
    this.identities.forEach(({ familyLatin, givenLatin }, slot) => {
      if (familyLatin && givenLatin) addSlot(index, `${foldText(familyLatin)} ${foldText(givenLatin)}`, slot);
    });
    return index;
  }

  #indexNationalIds(): Map<string, number | number[]> {
    const index = new Map<string, number | number[]>();
    this.identities.forEach(({ nationalId }, slot) => {
      if (nationalId) addSlot(index, idKey(nationalId), slot);
    });
    return index;
  }

  /** The highest number that is nothing but digits, and how wide it is written. */
  highestNumber(): { value: number; width: number } {
    return highest(this.identities.map(({ studentNo }) => studentNo));
  }
}

/** An identity number as it is compared: letters and digits only. */
export const idKey = (nationalId: string): string => foldedWords(nationalId).join('');

const listOf = (slots: number | number[] | undefined): readonly number[] => (slots === undefined ? [] : typeof slots === 'number' ? [slots] : slots);

/** Most names are had by one student: those cost no list. */
function addSlot(index: Map<string, number | number[]>, key: string, slot: number): void {
  const slots = index.get(key);
  if (slots === undefined) index.set(key, slot);
  else if (typeof slots === 'number') index.set(key, [slots, slot]);
  else slots.push(slot);
}

/** Two people when both sides give a fact and the facts differ. */
export function contradicts(values: Values, identity: Identity | undefined): boolean {
  if (!identity) return true;
  // Dates tell most namesakes apart and need no folding: a file of a large school has millions of such pairs.
  if (values.birthDate !== '' && identity.birthDate !== null && values.birthDate !== identity.birthDate) return true;
  const differ = (a: string, b: string | null) => a !== '' && b !== null && a !== b && foldText(a) !== foldText(b) && isLatinOnly(a) === isLatinOnly(b);
  return differ(values.fatherEl, identity.fatherEl) || differ(values.motherEl, identity.motherEl);
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

/** What makes two rows of one file the same student when neither has a number. */
export function rowKey(values: Values, nameKey: string): string {
  return [nameKey, values.birthDate, foldText(values.fatherEl), foldText(values.motherEl)].join('|');
}
