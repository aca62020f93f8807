import type { duplicateReasons } from '#contract/duplicates.ts';
import { foldedWords } from '../search/rules-fold.ts';
import { editDistance, soundOf } from '../search/rules-sound.ts';

export type Reason = (typeof duplicateReasons)[number];
/** What is known of a person when looking for a second record of theirs. `phones` are digits, `emails` lower case. */
export interface Candidate {
  personId: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; fatherEl: string | null; motherEl: string | null;
  birthDate: string | null; nationalId: string | null; emails: readonly string[]; phones: readonly string[];
}
/** A candidate with its names by sound, in whichever script they were typed. */
export interface Prepared extends Candidate {
  family: readonly string[]; given: readonly string[];
  father: string | null; mother: string | null;
}

/** Our own weights (2026-11), out of 100: a name alone is not enough, a name with the day of birth is. */
export const weights = {
  name: 50, unlike: 12, swapped: 5, birthDate: 35, nearDate: 22, otherDate: -35, phone: 20, email: 20,
  nationalId: 40, otherId: -60, father: 8, otherFather: -20, mother: 4, otherMother: -12,
} as const;
/** Pairs below are not worth a look. */
export const leastScore = 60;
/** The same identity number is looked at whatever else differs. */
const sameIdScore = 75;
const leastLikeness = 0.7;

/** The sound of a whole name, its words run together. */
export const soundOfName = (name: string): string => foldedWords(name).map(soundOf).join('');

/** Prepares a candidate once, so that pairs are cheap. `sound`: for many people one that remembers, since names repeat. */
export function prepare(person: Candidate, sound: (name: string) => string = soundOfName): Prepared {
  const soundsOf = (...texts: (string | null)[]) => [...new Set(texts.flatMap((text) => (text ? [sound(text)] : [])))].filter(Boolean);
  return {
    ...person, family: soundsOf(person.familyEl, person.familyLatin), given: soundsOf(person.givenEl, person.givenLatin),
    father: soundsOf(person.fatherEl)[0] ?? null, mother: soundsOf(person.motherEl)[0] ?? null,
  };
}

const foldedName = ({ familyEl, givenEl }: Candidate): string => foldedWords(`${familyEl} ${givenEl}`).join(' ');

const consonants = (sound: string): string => sound.charAt(0) + sound.slice(1).replace(/[aeiou]/g, '');

/** The keys under which people meet: only those who share one are compared, so that 50,000 take seconds. */
export function keysOf(person: Prepared): string[] {
  const keys: string[] = [];
  for (const family of person.family) for (const given of person.given) keys.push(`n|${[consonants(family), consonants(given)].toSorted().join('|')}`);
  if (person.birthDate) for (const name of [...person.family, ...person.given]) keys.push(`b|${person.birthDate}|${name}`);
  if (person.nationalId) keys.push(`i|${foldedWords(person.nationalId).join('')}`);
  for (const email of person.emails) keys.push(`e|${email}`);
  for (const phone of person.phones) if (phone.length >= 7) keys.push(`p|${phone}`);
  return [...new Set(keys)];
}

/** How alike two names sound, 0 to 1; the best of the spellings. */
function likeness(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  for (const one of a) {
    for (const two of b) {
      if (one === two) return 1;
      const length = Math.max(one.length, two.length);
      best = Math.max(best, 1 - editDistance(one, two, 2) / length);
    }
  }
  return best;
}

/** Day and month exchanged, or one digit mistyped. */
export function isNearDate(a: string, b: string): boolean {
  const swapped = `${b.slice(0, 4)}-${b.slice(8)}-${b.slice(5, 7)}`;
  return a === swapped || [...a].filter((digit, at) => digit !== b[at]).length === 1;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));

/** How likely two records are one person, 0 to 100, and why; null when they are not worth a look. The order of the two does not matter. */
export function scorePair(a: Prepared, b: Prepared, least = leastScore): { score: number; reasons: Reason[] } | null {
  const reasons: Reason[] = [];
  const sameId = a.nationalId !== null && b.nationalId !== null && foldedWords(a.nationalId).join('') === foldedWords(b.nationalId).join('');
  const name = scoreName(a, b, reasons);
  if (name === null && !sameId) return null;
  let score = (name ?? 0) + scoreDates(a, b, reasons) + scoreParents(a, b, reasons);
  if (sameId) {
    score += weights.nationalId;
    reasons.push('sameNationalId');
  } else if (a.nationalId && b.nationalId) score += weights.otherId;
  if (share(a.emails, b.emails)) {
    score += weights.email;
    reasons.push('sameEmail');
  }
  if (share(a.phones, b.phones)) {
    score += weights.phone;
    reasons.push('samePhone');
  }
  const total = Math.max(sameId ? sameIdScore : 0, Math.min(100, Math.round(score)));
  return total < least ? null : { score: total, reasons };
}

function scoreName(a: Prepared, b: Prepared, reasons: Reason[]): number | null {
  const alike = Math.min(likeness(a.family, b.family), likeness(a.given, b.given));
  if (alike === 1) {
    reasons.push(foldedName(a) === foldedName(b) ? 'sameName' : 'sameNameOtherScript');
    return weights.name;
  }
  if (share(a.family, b.given) && share(a.given, b.family)) {
    reasons.push('swappedNames');
    return weights.name - weights.swapped;
  }
  if (alike < leastLikeness) return null;
  reasons.push('similarName');
  return weights.name * alike - weights.unlike;
}

function scoreDates(a: Prepared, b: Prepared, reasons: Reason[]): number {
  if (a.birthDate === null || b.birthDate === null) return 0;
  if (a.birthDate === b.birthDate) {
    reasons.push('sameBirthDate');
    return weights.birthDate;
  }
  if (!isNearDate(a.birthDate, b.birthDate)) return weights.otherDate;
  reasons.push('nearBirthDate');
  return weights.nearDate;
}

function scoreParents(a: Prepared, b: Prepared, reasons: Reason[]): number {
  const compare = (one: string | null, two: string | null, same: number, other: number) =>
    (one === null || two === null ? 0 : likeness([one], [two]) >= leastLikeness ? same : other);
  const score = compare(a.father, b.father, weights.father, weights.otherFather) + compare(a.mother, b.mother, weights.mother, weights.otherMother);
  if (score > 0) reasons.push('sameParents');
  return score;
}
