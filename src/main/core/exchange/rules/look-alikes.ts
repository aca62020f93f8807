import { keysOf, prepare, scorePair, soundOfName, type Candidate, type Prepared, type Reason } from '../../duplicates/rules-similarity.ts';
import type { Identity } from './match-rows.ts';
import type { Values } from './values.ts';

/** A key that this many share says nothing of any of them. */
const mostOfKey = 500;
/** More than these nobody compares. */
const mostFound = 5;

/** What a row says of who it means. */
export type Named = Pick<Values, 'familyEl' | 'givenEl'> & Partial<Values>;
/** How alike somebody must be: as two records of one person are, or, where a name is all that a row says, so that a name mistyped is enough. */
export type Likeness = 'alike' | 'byName';
const leastScore = { alike: undefined, byName: 20 } as const;

/** Finds students of the school who may be the person of a row: by sound, by nearly the same name or date, as the search for duplicates does. */
export class LookAlikes {
  readonly #identities: readonly Identity[];
  readonly #likeness: Likeness;
  readonly #sounds = new Map<string, string>();
  /** Made when the first row asks: a file whose rows all have known numbers never does. */
  #slots: Map<string, number[]> | null = null;

  constructor(identities: readonly Identity[], likeness: Likeness) {
    this.#identities = identities;
    this.#likeness = likeness;
  }

  /** Slots of who may be meant, likeliest first. */
  find(values: Named): number[] {
    const row = this.#prepareRow(values), index = (this.#slots ??= this.#index());
    const met = new Set<number>();
    for (const key of this.#keysOf(row)) {
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
  reasonsOf(values: Named, slot: number): Reason[] {
    return this.#score(this.#prepareRow(values), slot)?.reasons ?? [];
  }

  #score(row: Prepared, slot: number): ReturnType<typeof scorePair> {
    const identity = this.#identities[slot];
    return identity ? scorePair(row, this.#prepare(identity), leastScore[this.#likeness]) : null;
  }

  #keysOf(person: Prepared): string[] {
    if (this.#likeness === 'alike') return keysOf(person);
    const halves = person.family.flatMap((family) => person.given.flatMap((given) => [`f|${family}|${given.charAt(0)}`, `g|${given}|${family.charAt(0)}`]));
    return [...keysOf(person), ...halves];
  }

  #index(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    this.#identities.forEach((identity, slot) => {
      for (const key of this.#keysOf(this.#prepare(identity))) {
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

  #prepareRow({ familyEl, givenEl, familyLatin, givenLatin, fatherEl, motherEl, birthDate, nationalId }: Named): Prepared {
    const said = (text: string | undefined) => text || null;
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
