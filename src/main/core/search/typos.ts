import type { Reader } from '../store/reader.ts';
import { latestChange, readVocabulary } from './repo.ts';
import { foldedWords } from './rules-fold.ts';
import { editDistance } from './rules-sound.ts';

/** The vocabulary by length, read once and again when records changed; names repeat, so it is small. */
let cache: { change: number; byLength: Map<number, string[]> } | null = null;
const nearest = 4;

function vocabulary(db: Reader): Map<number, string[]> {
  const change = latestChange(db);
  if (cache?.change !== change) {
    const byLength = new Map<number, string[]>();
    for (const term of readVocabulary(db)) {
      const same = byLength.get(term.length);
      if (same) same.push(term);
      else byLength.set(term.length, [term]);
    }
    cache = { change, byLength };
  }
  return cache.byLength;
}

/** What was typed with each unknown word replaced by the nearest known ones, as an FTS5 expression; null when nothing is near. */
export function correctedExpression(db: Reader, text: string): string | null {
  const byLength = vocabulary(db);
  const parts = foldedWords(text).map((word) => nearestTerms(byLength, word));
  if (parts.length === 0 || parts.some((terms) => terms.length === 0)) return null;
  return parts.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`).join(' AND ');
}

function nearestTerms(byLength: Map<number, string[]>, word: string): string[] {
  if (word.length < 3) return [];
  const limit = word.length < 6 ? 1 : 2;
  const found: { term: string; distance: number }[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length += 1) {
    for (const term of byLength.get(length) ?? []) {
      const distance = editDistance(word, term, limit);
      if (distance <= limit) found.push({ term, distance });
    }
  }
  return found.toSorted((a, b) => a.distance - b.distance).slice(0, nearest).map(({ term }) => term);
}
