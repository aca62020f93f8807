import { foldText } from '../../search/rules-fold.ts';
import { readNumber } from './record-values.ts';

/** What a cell says instead of a number, as schools write it. */
const words: Record<string, 'missing' | 'excused' | 'absent' | 'exempt' | 'incomplete'> = {
  απων: 'absent', απουσα: 'absent', απουσια: 'absent', absent: 'absent', abs: 'absent',
  απαλλαγη: 'exempt', απαλλασσεται: 'exempt', exempt: 'exempt', ex: 'exempt',
  δικαιολογημενοσ: 'excused', δικαιολογημενη: 'excused', excused: 'excused', exc: 'excused',
  ελλιπεσ: 'incomplete', incomplete: 'incomplete', inc: 'incomplete',
  δενπαραδοθηκε: 'missing', missing: 'missing', ms: 'missing', χωρισ: 'missing',
};

export type ReadScore = { state: 'scored'; value: number } | { state: 'missing' | 'excused' | 'absent' | 'exempt' | 'incomplete'; value: null };

/** A score as it stands in a file: a number with a point or a comma, `17/20`, or a word for why there is none; null when it is neither. */
export function readScore(text: string): ReadScore | null {
  const state = words[foldText(text).replace(/[^\p{L}]/gu, '')];
  if (state) return { state, value: null };
  const number = readNumber(/^([\d.,]+)\s*\/\s*[\d.,]+$/.exec(text)?.[1] ?? text);
  return number === null || Number(number) < 0 ? null : { state: 'scored', value: Number(number) };
}
