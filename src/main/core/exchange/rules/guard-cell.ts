/** Control characters: nobody typed them, some programs drop them, and what follows one then comes first. */
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/**
 * A text that no spreadsheet will compute. Cells that begin like a formula (also a telephone number with its `+`, and the wide signs that
 * some spreadsheets take for the narrow ones) get an apostrophe, which spreadsheets do not show and our importer takes away again.
 */
export function guardCell(text: string): string {
  const plain = text.replace(controls, '').replace(/[\v\f]/g, ' ');
  return /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain;
}
