import { foldText } from '../../search/index.ts';

interface Called { code: string | null; nameEl: string; nameEn: string }

/** What a text names: by the code, else by the name in either language, accents and case apart. Undefined where nothing or more than one thing is called so. */
export function findByName<T extends Called>(known: readonly T[], text: string): T | undefined {
  const folded = foldText(text);
  const byCode = known.filter(({ code }) => code !== null && foldText(code) === folded);
  const named = byCode.length > 0 ? byCode : known.filter(({ nameEl, nameEn }) => foldText(nameEl) === folded || foldText(nameEn) === folded);
  return named.length === 1 ? named[0] : undefined;
}
