/** How a number of a workbook is meant: as a number, as a moment, or as digits of a fixed width such as `00000`. */
export type NumberStyle = { kind: 'plain' } | { kind: 'date' } | { kind: 'padded'; width: number };

export const plainStyle: NumberStyle = { kind: 'plain' };
const dateStyle: NumberStyle = { kind: 'date' };

/** Reads what a number format means. `code` is the format as workbooks keep it: `dd/mm/yyyy`, `00000`, `#,##0.00`. */
export function styleOfFormat(code: string): NumberStyle {
  if (/^0{2,}$/.test(code)) return { kind: 'padded', width: code.length };
  const first = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
  // Colours, conditions and currencies stand in brackets; only elapsed times (`[h]`) matter there.
  const bare = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/general/gi, '');
  return /[dmyhsεηωλμ]/i.test(bare) && !/[#?]/.test(bare) ? dateStyle : plainStyle;
}

/** The formats below 164 that are dates or times are not written in the file; these are their numbers. */
export function styleOfBuiltIn(format: number): NumberStyle {
  const date = (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
  return date ? dateStyle : plainStyle;
}

/** A number as the text that a person would have typed for it; dates as ISO. */
export function numberText(value: number, style: NumberStyle, date1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (style.kind === 'date') return serialDate(value, date1904) ?? plainNumber(value);
  const text = plainNumber(value);
  return style.kind === 'padded' && /^\d+$/.test(text) ? text.padStart(style.width, '0') : text;
}

/** Fifteen digits are what a workbook shows; the rest is binary noise (0.1 + 0.2). No exponents for telephone numbers. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0);
  return String(Number(value.toPrecision(15)));
}

/**
 * A workbook's day number as ISO text: `2011-05-03`, with `T08:30:00` only where there is a time, `08:30:00` for a time alone.
 * Null outside the years that workbooks know.
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  let days = date1904 ? serial + 1462 : serial;
  if (days < 0 || days >= 2_958_466) return null;
  // Day 60 is 29 February 1900, which never was; days before it are one off.
  if (!date1904 && days >= 1 && days < 60) days += 1;
  const seconds = Math.round(days * 86_400);
  const iso = new Date((seconds - 25_569 * 86_400) * 1000).toISOString();
  if (serial < 1 && !date1904) return iso.slice(11, 19);
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
