import { foldText } from '../../search/rules-fold.ts';

/** Words that begin a family name of two words. */
const particles = new Set(['de', 'da', 'di', 'del', 'della', 'van', 'von', 'der', 'den', 'la', 'le', 'el', 'al', 'bin', 'ben', 'mac', 'παπα', 'χατζη', 'καρα', 'του', 'ντε', 'ντι']);

/** `Παπαδόπουλος Γιώργος` or `Παπαδόπουλος, Γιώργος` as family and given name; given is empty where there is one word only. */
export function splitFullName(text: string): { family: string; given: string } {
  const comma = text.indexOf(',');
  if (comma > 0) return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  const words = text.split(' ').filter(Boolean);
  let familyWords = 1;
  while (familyWords < words.length - 1 && particles.has(foldText(words[familyWords - 1] ?? ''))) familyWords += 1;
  return { family: words.slice(0, familyWords).join(' '), given: words.slice(familyWords).join(' ') };
}

/** True for a text with Latin and without Greek letters. */
export function isLatinOnly(text: string): boolean {
  return /[A-Za-zÀ-ɏ]/.test(text) && !/[Ͱ-Ͽἀ-῿]/.test(text);
}

/**
 * True when writing `after` over `before` would only lose accents and small letters:
 * a file in capitals says nothing new about a name that is already well written.
 */
export function onlyLosesAccents(before: string, after: string): boolean {
  return after === after.toUpperCase() && before !== before.toUpperCase() && foldText(before) === foldText(after);
}
