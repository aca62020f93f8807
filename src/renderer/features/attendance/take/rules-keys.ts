/**
 * A letter for each code, so that one key marks it: the code's first letter that is still free, else one of its name, else the next of the alphabet.
 * Present comes first and keeps its own. Only A to Z: they are places on the keyboard, whatever the layout writes.
 */
export function keysFor(codes: readonly { id: string; code: string; labelEn: string }[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const { id, code, labelEn } of codes) {
    // The last letter tells related codes apart: PL is L, where P is P.
    const wishes = [...code.toUpperCase()].toSorted((a, b) => Number(taken.has(a)) - Number(taken.has(b)));
    const letter = [...wishes, ...labelEn.toUpperCase(), ...alphabet].find((one) => alphabet.includes(one) && !taken.has(one));
    if (!letter) continue;
    taken.add(letter);
    keys.set(id, letter);
  }
  return keys;
}
