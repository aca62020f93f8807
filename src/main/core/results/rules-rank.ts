/** A place among those ranked: 1 is the first. */
export interface Rank { place: number; of: number }

/**
 * Competition ranking, highest first: those with the same value share a place, and the next place counts them all (1, 2, 2, 4).
 * Who has no value has no rank and is not counted.
 */
export function rankAll<K>(values: readonly { key: K; value: number | null }[]): Map<K, Rank> {
  const ranked = values.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }])).toSorted((a, b) => b.value - a.value);
  const ranks = new Map<K, Rank>();
  let place = 0;
  ranked.forEach(({ key, value }, index) => {
    if (ranked[index - 1]?.value !== value) place = index + 1;
    ranks.set(key, { place, of: ranked.length });
  });
  return ranks;
}
