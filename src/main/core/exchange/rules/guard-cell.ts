/**
 * A text that no spreadsheet will compute. Cells that begin like a formula (also a telephone number with its `+`) get an apostrophe,
 * which spreadsheets do not show and our importer takes away again.
 */
export function guardCell(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
