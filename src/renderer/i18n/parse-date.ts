/** Two-digit years up to this many years ahead belong to this century, the rest to the last. */
const yearsAhead = 5;

function fullYear(text: string, today: Date): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = Math.floor(today.getFullYear() / 100) * 100;
  return century + year > today.getFullYear() + yearsAhead ? century - 100 + year : century + year;
}

const pad = (part: number, length = 2): string => String(part).padStart(length, '0');

/** A date as people type it (`5/9/2011`, `5.9.11`, `05-09-2011`, `05092011`, `2011-09-05`) as ISO; null when it is none. */
export function parseTypedDate(text: string, today = new Date()): string | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const parts = iso ? [iso[3], iso[2], iso[1]] : (/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed))?.slice(1);
  if (!parts) return null;
  const [day = '', month = '', year = ''] = parts;
  const date = new Date(Date.UTC(fullYear(year, today), Number(month) - 1, Number(day)));
  // A day that does not exist (31/2) rolls over into another month.
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return null;
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}
