import { foldText } from '../../search/rules-fold.ts';

/** Which comes first in `3/5/2011`. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const monthStems = [
  ['ιαν', 'jan'], ['φεβ', 'feb'], ['μαρ', 'mar'], ['απρ', 'apr'], ['μαι', 'μαϊ', 'may'], ['ιουν', 'jun'], ['ιουλ', 'jul'],
  ['αυγ', 'aug'], ['σεπ', 'sep'], ['οκτ', 'oct'], ['νοε', 'nov'], ['δεκ', 'dec'],
];

/**
 * Reads a date in the forms that school files have and returns it as ISO; null when it is none, or no real day:
 * `3/5/2011`, `3.5.11`, `2011-05-03`, `20110503`, `3 Μαΐου 2011`, `May 3, 2011`, a workbook's day number `40666`.
 * Years of two digits up to `latestYear` are of this century.
 */
export function parseDate(text: string, order: DateOrder = 'dayFirst', latestYear = 2030): string | null {
  const common = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[T ]+\d{1,2}:\d{2}.*)?$/.exec(text);
  if (common) {
    const first = Number(common[1]), second = Number(common[2]);
    const year = fullYear(common[3] ?? '', latestYear);
    return order === 'dayFirst' ? isoOf(year, second, first) : isoOf(year, first, second);
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso) return isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d+$/.test(text)) return parseDigits(text);
  return parseNamed(text, latestYear);
}

/** `20110503`, or a day number of a workbook between 1927 and 2064; shorter numbers are ages and classes. */
function parseDigits(text: string): string | null {
  if (text.length === 8) return isoOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  const serial = Number(text);
  if (text.length !== 5 || serial < 10_000 || serial > 60_000) return null;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function parseNamed(text: string, latestYear: number): string | null {
  if (text.length > 40) return null;
  const words = foldText(text).match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const months = words.flatMap((word) => {
    const index = monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
    return index < 0 ? [] : [index + 1];
  });
  const [month] = months;
  if (months.length !== 1 || month === undefined || numbers.length !== 2) return null;
  const [a = '', b = ''] = numbers;
  const [day, year] = a.length === 4 ? [b, a] : [a, b];
  return isoOf(fullYear(year, latestYear), month, Number(day));
}

function fullYear(digits: string, latestYear: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year <= latestYear % 100 ? 2000 + year : 1900 + year;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** How a column writes its dates: month first only where some value can be nothing else and none contradicts it. */
export function detectDateOrder(values: Iterable<string>): DateOrder {
  let monthFirst = false;
  for (const value of values) {
    const parts = /^(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2,4}/.exec(value.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) return 'dayFirst';
    if (Number(parts[2]) > 12) monthFirst = true;
  }
  return monthFirst ? 'monthFirst' : 'dayFirst';
}
