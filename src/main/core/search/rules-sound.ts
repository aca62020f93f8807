import { foldText } from './rules-fold.ts';

/*
 * One key for the Greek spelling and for every usual Latin one, after ISO 843 and the ways in which people type "Greeklish":
 * Χρήστος, Christos, Xristos and Hristos meet, and so do Παπαδόπουλος and papadopoylos. It merges what some people write alike
 * (β and μπ; δ and ντ; ξ and χ; ευ and ef), so it finds candidates; ranking prefers the exact spelling.
 */
type Step = readonly [pattern: RegExp, key: string];

const greekSteps: readonly Step[] = [
  [/ου/g, 'u'], [/αι/g, 'e'], [/ει|οι|υι/g, 'i'], [/αυ/g, 'af'], [/ευ/g, 'ef'],
  [/μπ/g, 'b'], [/ντ/g, 'd'], [/γγ|γκ|γχ/g, 'g'], [/τζ|τσ/g, 'ts'],
  [/α/g, 'a'], [/β/g, 'b'], [/γ/g, 'g'], [/δ/g, 'd'], [/ε/g, 'e'], [/ζ/g, 'z'], [/[ηιυ]/g, 'i'], [/θ/g, '8'], [/κ/g, 'k'], [/λ/g, 'l'],
  [/μ/g, 'm'], [/ν/g, 'n'], [/[ξχ]/g, 'x'], [/[οω]/g, 'o'], [/π/g, 'p'], [/ρ/g, 'r'], [/σ/g, 's'], [/τ/g, 't'], [/φ/g, 'f'], [/ψ/g, 'ps'],
];

const latinSteps: readonly Step[] = [
  [/th/g, '8'], [/ph/g, 'f'], [/ch|kh|ks/g, 'x'], [/ou|oy/g, 'u'], [/ei|oi|yi|ui/g, 'i'], [/ai/g, 'e'],
  [/a[uv](?![aeio])/g, 'af'], [/e[uv](?![aeio])/g, 'ef'], [/a[yu](?=[aeio])/g, 'af'], [/e[yu](?=[aeio])/g, 'ef'],
  [/mp|mb/g, 'b'], [/nt|nd/g, 'd'], [/ng|gk|gg|nk|gx/g, 'g'], [/tz/g, 'ts'],
  [/v/g, 'b'], [/w/g, 'o'], [/[yj]/g, 'i'], [/h/g, 'x'], [/[cq]/g, 'k'],
];

const single = (text: string) => text.replace(/(.)\1+/g, '$1');
const apply = (steps: readonly Step[], text: string) => steps.reduce((result, [pattern, key]) => result.replace(pattern, key), text);

/** The sound key of one word, Greek or Latin; the same key for both spellings of a name. */
export function soundOf(word: string): string {
  const folded = foldText(word);
  // Σάββας is Savvas and Savas: letters that stand twice are one, in Latin before anything else, in Greek once γγ has been read.
  const key = single(/\p{Script=Greek}/u.test(folded) ? apply(greekSteps, folded) : apply(latinSteps, single(folded)));
  // "Papavasiliou" is typed with af, av or au, "Evangelos" with ef, ev or eu, and Avraam (Αβραάμ) like Stavros (Σταύρος): one of them stands for all.
  return key.replace(/([ae])f(?=[aeiou])/g, '$1b').replace(/([ae])b(?![aeiou])/g, '$1f');
}

/** How many letters apart two words are (Damerau-Levenshtein, adjacent swaps count one), or `limit + 1` when more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
