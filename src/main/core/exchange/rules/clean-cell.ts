/** Anything that a tidy cell has not: control and invisible characters, doubled or outer spaces, Excel's `="..."`, an apostrophe in front. */
const untidy = /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]|  |^[ '="]| $/;
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]/g;

/** A cell's text as somebody would have typed it into a form: one line, single spaces, no wrapping that only protects it from a program. */
export function cleanCell(raw: string): string {
  if (!untidy.test(raw)) return raw;
  // Our own exports put an apostrophe before what a spreadsheet would compute.
  const text = raw.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '').replace(invisible, '').replace(/\s+/g, ' ').trim();
  const formulaText = /^="(.*)"$/.exec(text);
  return formulaText ? (formulaText[1] ?? '').replaceAll('""', '"').trim() : text;
}
