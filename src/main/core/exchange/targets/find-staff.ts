import { foldText } from '../../search/index.ts';
import type { KnownStaff } from './repo-targets.ts';

/** The member of staff that a text names: by the code, or by the name in either script and either order. Undefined where nobody or several are called so. */
export function findStaff(everybody: readonly KnownStaff[], text: string): KnownStaff | undefined {
  const folded = foldText(text.replaceAll(',', ' ')).replace(/\s+/g, ' ').trim();
  const byCode = everybody.filter(({ code }) => code !== null && foldText(code) === folded);
  if (byCode.length > 0) return byCode.length === 1 ? byCode[0] : undefined;
  const named = everybody.filter(({ familyEl, givenEl, familyLatin, givenLatin }) => {
    const pairs = [[familyEl, givenEl], [familyLatin ?? '', givenLatin ?? '']].map(([family = '', given = '']) => [foldText(family), foldText(given)]);
    return pairs.some(([family = '', given = '']) => family !== '' && (folded === `${family} ${given}` || folded === `${given} ${family}`));
  });
  return named.length === 1 ? named[0] : undefined;
}
