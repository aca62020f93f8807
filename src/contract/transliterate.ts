/** One Latin spelling per Greek letter, ELOT 743 (ISO 843, type 2): the spelling of Greek passports and identity cards. */
const letters: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p',
  ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};
/** After αυ, ευ, ηυ these (and the end of the word) make the υ an f; vowels and voiced consonants make it a v. */
const voiceless = 'θκξπσςτφχψ';
const accent = '\u0301';
const diaeresis = '\u0308';
const isLetter = /^\p{L}$/u;

interface Glyph { base: string; marks: string; isUpper: boolean; source: string }

function split(text: string): Glyph[] {
  const clusters = text.normalize('NFD').match(/[^\p{M}]\p{M}*/gu) ?? [];
  return clusters.map((cluster) => {
    const [first = ''] = cluster;
    const base = first.toLowerCase();
    return { base, marks: cluster.slice(first.length), isUpper: base !== first, source: cluster.normalize('NFC') };
  });
}

/** The υ of αυ, ευ, ηυ, ου: not after an accented vowel (άυλος) and not with a diaeresis (Μαΐου, αϋπνία). */
function isSecondOfPair(before: Glyph | undefined, glyph: Glyph, first: string): boolean {
  return glyph.base === 'υ' && !glyph.marks.includes(diaeresis)
    && before !== undefined && first.includes(before.base) && !before.marks.includes(accent);
}

function latinOf(glyphs: Glyph[], i: number): string | undefined {
  const glyph = glyphs[i];
  const plain = glyph ? letters[glyph.base] : undefined;
  if (!glyph || plain === undefined) return undefined;
  const before = glyphs[i - 1];
  const after = glyphs[i + 1];
  if (isSecondOfPair(before, glyph, 'ο')) return 'u';
  if (isSecondOfPair(before, glyph, 'αεη')) {
    return after && isLetter.test(after.base) && !voiceless.includes(after.base) ? 'v' : 'f';
  }
  if (glyph.base === 'γ' && after && 'γξχ'.includes(after.base)) return 'n';
  if (glyph.base === 'μ' && after?.base === 'π') {
    const beyond = glyphs[i + 2];
    const startsWord = !before || !isLetter.test(before.base);
    const endsWord = !beyond || !isLetter.test(beyond.base);
    return startsWord || endsWord ? 'b' : 'm';
  }
  if (glyph.base === 'π' && before?.base === 'μ' && latinOf(glyphs, i - 1) === 'b') return '';
  return plain;
}

/**
 * Writes Greek in Latin letters by ELOT 743 (`Παπαδόπουλος` → `Papadopoulos`, `ΘΕΟΔΩΡΟΥ` → `THEODOROU`).
 * Capitals and everything that is not Greek stay as they are.
 */
export function greekToLatin(text: string): string {
  const glyphs = split(text);
  return glyphs.map((glyph, i) => {
    const latin = latinOf(glyphs, i);
    if (latin === undefined) return glyph.source;
    if (!glyph.isUpper) return latin;
    const neighbour = [glyphs[i + 1], glyphs[i - 1]].find((other) => other && isLetter.test(other.base));
    return neighbour?.isUpper ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  }).join('');
}
