export const strengthLevels = ['tooShort', 'weak', 'fair', 'good', 'strong'] as const;
export type StrengthLevel = (typeof strengthLevels)[number];
/** What makes a password easier to guess than its length says. */
export type Weakness = 'common' | 'personal' | 'pattern' | 'longer';

export interface Strength {
  level: StrengthLevel;
  weakness: Weakness | null;
  /** Characters that are missing to the least length. */
  missing: number;
}

/** The shortest password that any school allows. */
export const leastLength = 10;
/** Tried first by everyone who guesses, in both alphabets; compared without digits at the ends. */
const common = [
  'password', 'passw0rd', 'qwerty', 'letmein', 'welcome', 'admin', 'administrator', 'iloveyou', 'monkey', 'dragon', 'football', 'sunshine',
  'princess', 'master', 'school', 'rollbook', 'teacher', 'olympiakos', 'panathinaikos', 'kodikos', 'scholeio', 'sxoleio', 'grammateia', 'gymnasio', 'lykeio',
  'ολυμπιακος', 'παναθηναικος', 'κωδικος', 'σχολειο', 'γραμματεια', 'γυμνασιο', 'λυκειο', 'καλημερα', 'ελλαδα',
];
const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', 'αβγδεζηθικλμνξοπρστυφχψω', 'ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'];

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How much a guesser must try, said honestly and without a dictionary download. `known`: names that others know (user, school); `least`: the school's own least length. */
export function estimateStrength(password: string, known: readonly string[] = [], least = leastLength): Strength {
  const missing = Math.max(0, least - password.length);
  if (missing > 0) return { level: 'tooShort', weakness: null, missing };
  let bare = fold(password);
  const names = known.flatMap((name) => fold(name).split(/[\s.@_-]+/)).filter((name) => name.length >= 4);
  const personal = names.some((name) => bare.includes(name));
  for (const name of names) bare = bare.replaceAll(name, '');
  const isCommon = common.some((word) => bare.includes(fold(word)) && bare.length - word.length < 7);
  for (const word of common) bare = bare.replaceAll(fold(word), '');
  const collapsed = collapse(bare);
  const pattern = collapsed.length < bare.length - 2;
  const bits = collapsed.length * bitsPerCharacter(password);
  const level: StrengthLevel = bits < 36 ? 'weak' : bits < 52 ? 'fair' : bits < 72 ? 'good' : 'strong';
  const reason = isCommon ? 'common' : personal ? 'personal' : pattern ? 'pattern' : 'longer';
  return { level, weakness: level === 'weak' || level === 'fair' ? reason : null, missing: 0 };
}

/** Less than the logarithm of the alphabet, because people do not choose letters evenly. */
function bitsPerCharacter(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return 2.6 + kinds * 0.6;
}

/** Repeated characters, repeated halves and runs along a row of keys count once. */
function collapse(text: string): string {
  let result = text.replace(/(.{2,})\1+/gu, '$1').replace(/(.)\1+/gu, '$1');
  for (const row of rows) for (let at = 0; at + 4 <= row.length; at++) {
    const run = row.slice(at, at + 4);
    for (const piece of [run, [...run].reverse().join('')]) result = result.replaceAll(piece, piece[0] ?? '');
  }
  return result.replace(/(19|20)\d\d/g, 'y');
}
