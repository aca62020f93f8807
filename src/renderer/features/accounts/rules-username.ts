import { greekToLatin } from '#contract/transliterate.ts';

/** What may stand in a proposed name: the contract allows more, but these are on every keyboard. */
const plain = (word: string): string => greekToLatin(word).normalize('NFD').toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * Proposes a user name: the first letter of the given name and the family name, in Latin letters.
 * `familyFirst`: how lists write names; otherwise as people introduce themselves. Empty where the name gives nothing to go by.
 */
export function suggestUsername(name: string, familyFirst: boolean): string {
  const words = name.trim().split(/\s+/).map(plain).filter(Boolean);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length < 2) return first;
  // Of two given names after the family name it is the first that counts; two family names before it cannot be told apart.
  return familyFirst ? `${words[1]?.[0] ?? ''}.${first}` : `${first[0] ?? ''}.${last}`;
}
