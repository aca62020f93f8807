import { remember } from './rules-remember.ts';

/**
 * Text as search and order compare it: decomposed (NFD), marks stripped, lower case, final sigma folded.
 * SQLite's own folding does not do this for Greek.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ς/g, 'σ').trim();
}

/** The words of a text, folded; digits and letters only. */
export function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const foldName = remember(foldText);

/** The key that lists are ordered by: folded "family given", which is Greek order when compared byte by byte. */
export function sortKeyOf(family: string, given: string): string {
  return `${foldName(family)} ${foldName(given)}`;
}
