import { keysOf, prepare, scorePair, soundOfName, type Candidate, type Prepared, type Reason } from '../../duplicates/rules-similarity.ts';
import type { Identity } from './match-rows.ts';
import type { Values } from './values.ts';

/** A key that this many share says nothing of any of them. */
const mostOfKey = 500;
/** More than these nobody compares. */
const mostFound = 5;

/** Finds students of the school who may be the person of a row: by sound, by nearly the same name or date, as the search for duplicates does. */
export class LookAlikes {
  readonly #identities: readonly Identity[];
  readonly #sounds = new Map<string, string>();
  /** Made when the first row asks: a file whose rows all have known numbers never does. */
  #slots: Map<string, number[]> | null = null;

  constructor(identities: readonly Identity[]) {
    this.#identities = identities;
  }

  /** Slots of who may be meant, likeliest first. */
  find(values: Values): number[] {
    const row = this.#prepareRow(values), index = (this.#slots ??= this.#index());
    const met = new Set<number>();
    for (const key of keysOf(row)) {
      const slots = index.get(key);
      if (slots && slots.length <= mostOfKey) slots.forEach((slot) => met.add(slot));
    }
    const found = [...met].flatMap((slot) => {
      const score = this.#score(row, slot)?.score;
      return score === undefined ? [] : [{ slot, score }];
    });
    return found.toSorted((a, b) => b.score - a.score || a.slot - b.slot).slice(0, mostFound).map(({ slot }) => slot);
  }

  /** Why a student may be the one of a row; none where nothing but the number speaks for it. */
  reasonsOf(values: Values, slot: number): Reason[] {
    return this.#score(this.#prepareRow(values), slot)?.reasons ?? [];
  }

  #score(row: Prepared, slot: number): ReturnType<typeof scorePair> {
    const identity = this.#identities[slot];
    return identity ? scorePair(row, this.#prepare(identity)) : null;
  }

  #index(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    this.#identities.forEach((identity, slot) => {
      for (const key of keysOf(this.#prepare(identity))) {
        const slots = index.get(key);
        if (slots) slots.push(slot);
        else index.set(key, [slot]);
      }
    });
    return index;
  }

  #prepare(person: Omit<Candidate, 'personId' | 'emails' | 'phones'>): Prepared {
    return prepare({ ...person, personId: '', emails: [], phones: [] }, (name) => this.#soundOf(name));
  }

  #prepareRow({ familyEl, givenEl, familyLatin, givenLatin, fatherEl, motherEl, birthDate, nationalId }: Values): Prepared {
    const said = (text: string) => (text === '' ? null : text);
    return this.#prepare({
      familyEl, givenEl, familyLatin: said(familyLatin), givenLatin: said(givenLatin), fatherEl: said(fatherEl), motherEl: said(motherEl), birthDate: said(birthDate), nationalId: said(nationalId),
    });
  }

  #soundOf(name: string): string {
    let sound = this.#sounds.get(name);
    if (sound === undefined) this.#sounds.set(name, sound = soundOfName(name));
    return sound;
  }
}
