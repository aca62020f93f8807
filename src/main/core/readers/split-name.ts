/** What a file's name says of whose it is and what it is; empty where it does not. */
export interface NameParts { studentNo: string; fullName: string; title: string }

/** A register number: digits, with a few letters before or behind at most, and no spaces. */
const number = /^(?=.*\d)\p{L}{0,4}[-/.]?\d+\p{L}?$/u;

/**
 * Reads `00123_birth certificate.pdf`, `00123_Παπαδοπούλου Ελένη_πιστοποιητικό.pdf`, `Παπαδοπούλου Ελένη - πιστοποιητικό.pdf`, and, where the name
 * has one part alone, the folder as whose it is: `00123/πιστοποιητικό.pdf`.
 */
export function splitName(path: string): NameParts {
  const folders = path.split('/'), stem = (folders.pop() ?? '').replace(/\.[^.]{1,8}$/, '');
  const own = partsOf(stem), folder = folders.at(-1)?.trim() ?? '';
  const parts = own.length === 1 && !number.test(own[0] ?? '') && folder !== '' ? [...partsOf(folder), ...own] : own;
  const [first = '', ...rest] = parts;
  if (number.test(first)) return rest.length > 1 && isName(rest[0]) ? { studentNo: first, fullName: rest[0] ?? '', title: title(rest.slice(1)) } : { studentNo: first, fullName: '', title: title(rest) };
  // Names joined as everything else is: Παπαδοπούλου_Ελένη_πιστοποιητικό.
  const words = first.includes(' ') || rest.length < 2 ? 1 : 2;
  return { studentNo: '', fullName: parts.slice(0, words).join(' '), title: title(parts.slice(words)) };
}

/** Two or three words, each beginning with a capital. */
const isName = (text: string | undefined): boolean => text !== undefined && /^\p{Lu}[\p{L}.'-]*( \p{Lu}[\p{L}.'-]*){1,3}$/u.test(text);
const title = (parts: readonly string[]): string => parts.join(' ');

function partsOf(stem: string): string[] {
  const parts = stem.normalize('NFC').split(/_+|\s+[-–—]\s+/).map((part) => part.trim()).filter((part) => part !== '');
  // A number before a space is a part of its own.
  const [first = '', ...rest] = parts, space = first.indexOf(' ');
  return space > 0 && number.test(first.slice(0, space)) ? [first.slice(0, space), first.slice(space + 1).trim(), ...rest] : parts;
}
