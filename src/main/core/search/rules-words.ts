import { foldedWords } from './rules-fold.ts';
import { remember } from './rules-remember.ts';
import { soundOf } from './rules-sound.ts';

/** What of a student can be typed to find them. */
export interface Searchable {
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; fatherEl: string | null; preferred: string | null;
  studentNo: string; contacts: readonly string[];
}

const nameWords = remember(foldedWords);
const nameForms = remember((name) => nameWords(name).flatMap((word) => [word, soundOf(word)]));

/** The words that a student is found by: names as written and by sound, numbers, parts of e-mails; each once, parted by spaces. */
export function wordsOf(student: Searchable): string {
  const words = new Set<string>();
  for (const name of [student.familyEl, student.givenEl, student.familyLatin, student.givenLatin, student.fatherEl, student.preferred]) {
    if (name) for (const form of nameForms(name)) words.add(form);
  }
  for (const word of foldedWords(student.studentNo)) words.add(word);
  for (const contact of student.contacts) {
    const isNumber = /^[\d\s+().-]+$/.test(contact);
    for (const word of isNumber ? [contact.replace(/\D/g, '')] : foldedWords(contact)) words.add(word);
  }
  words.delete('');
  return [...words].join(' ');
}

const quote = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** The FTS5 expression for what was typed: every word, by its letters or its sound; with `prefix` also as the beginning of one. Null for no words. */
export function matchExpression(text: string, prefix: boolean): string | null {
  const words = foldedWords(text);
  if (words.length === 0) return null;
  const star = prefix ? '*' : '';
  return words.map((word) => `(${[...new Set([word, soundOf(word)])].filter(Boolean).map((form) => quote(form) + star).join(' OR ')})`).join(' AND ');
}

/** The folded family and given names, in both scripts, as `rankHit` reads them: `family|given`. */
export function rankedNames(names: Pick<Searchable, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin'>): string {
  const words = (...texts: (string | null)[]) => texts.flatMap((text) => (text ? nameWords(text) : [])).join(' ');
  return `${words(names.familyEl, names.familyLatin)}|${words(names.givenEl, names.givenLatin)}`;
}

/** How well a hit fits: 0 is best. The exact word beats its beginning, letters beat sound, the family name beats the given name, enrolled beats gone. */
export function rankHit(typed: readonly string[], hit: { names: string; studentNo: string; status: string }): number {
  const [family = '', given = ''] = hit.names.split('|');
  const places = [hit.studentNo.toLowerCase(), family, given].map((text) => text.split(' '));
  const standing = hit.status === 'enrolled' ? 0 : hit.status === 'archived' ? 2 : 1;
  return typed.reduce((sum, word) => sum + bestPlace(places, word), 0) * 4 + standing;
}

function bestPlace(places: readonly string[][], word: string): number {
  const exact = places.findIndex((words) => words.includes(word));
  if (exact >= 0) return exact;
  const start = places.findIndex((words) => words.some((name) => name.startsWith(word)));
  return start >= 0 ? 4 + start : 9;
}
