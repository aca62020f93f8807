import type { Language } from '#contract/fields.ts';
import { gatherAreas, type PersonFile, type Table } from './rules-tables.ts';
import { writeCell, writeMoment } from './rules-values.ts';
import { wordsOf, type Words } from './rules-words.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text that a browser shows as it is, whatever stands in it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b2330;background:#fff}h1{margin:0}h2{margin:2.2rem 0 .4rem;border-bottom:2px solid #c9d0d9}
h3{margin:1.2rem 0 .3rem;font-size:1rem}p{max-width:48rem}nav ul{columns:3;padding-left:1.2rem}table{border-collapse:collapse;width:100%;font-size:.87rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border:1px solid #d5dbe3;white-space:pre-wrap;overflow-wrap:anywhere}
thead th{background:#eef2f6;white-space:normal}.faint{color:#5b6675}.one th{width:16rem;background:#f6f8fa;font-weight:600}@media print{nav{display:none}tr{break-inside:avoid}}`;

/** A person's file as one page that needs nothing else: no script, no picture, nothing fetched from anywhere. */
export function writePage(file: PersonFile, language: Language, madeAt: number): string {
  const words = wordsOf(language);
  const areas = gatherAreas(file.tables);
  const sections = areas.map(({ area, tables }) => {
    const inner = tables.map((table) => writeTable(table, language, words, tables.length > 1)).join('\n');
    return `<section id="${area}">\n<h2>${escapeHtml(words.area(area))}</h2>\n${inner}\n</section>`;
  });
  const contents = areas.map(({ area }) => `<li><a href="#${area}">${escapeHtml(words.area(area))}</a></li>`).join('');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(file.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(file.title)}</h1>
<p class="faint">${escapeHtml(file.subtitle)} · ${escapeHtml(words.page('made'))} ${writeMoment(madeAt)}</p>
<p>${escapeHtml(words.page('intro'))}</p>
</header>
<nav aria-label="${escapeHtml(words.page('contents'))}"><h2>${escapeHtml(words.page('contents'))}</h2><ul>${contents}</ul></nav>
<main>
${sections.join('\n')}
<section id="end">
<h2>${escapeHtml(words.page('end'))}</h2>
${writeEnd(file, words)}
</section>
</main>
</body>
</html>
`;
}

function writeTable(table: Table, language: Language, words: Words, isNamed: boolean): string {
  const name = words.table(table.key);
  const head = isNamed && name ? `<h3>${escapeHtml(name)}</h3>\n` : '';
  const flags = { yes: words.page('yes'), no: words.page('no') };
  const cell = (row: Table['rows'][number], column: string) => escapeHtml(writeCell(row, column, language, flags));
  const [only] = table.rows;
  // One record reads better from top to bottom; what is empty in it is left out.
  if (only && table.rows.length === 1 && table.columns.length > 4) {
    const lines = table.columns.map((column) => [column, cell(only, column)] as const).filter(([, text]) => text !== '');
    return `${head}<table class="one"><tbody>${lines.map(([column, text]) => `<tr><th scope="row">${escapeHtml(words.column(column))}</th><td>${text}</td></tr>`).join('')}</tbody></table>`;
  }
  const header = table.columns.map((column) => `<th scope="col">${escapeHtml(words.column(column))}</th>`).join('');
  const body = table.rows.map((row) => `<tr>${table.columns.map((column) => `<td>${cell(row, column)}</td>`).join('')}</tr>`).join('\n');
  return `${head}<table><thead><tr>${header}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function writeEnd(file: PersonFile, words: Words): string {
  const left = file.leftOut.length === 0 ? `<p>${escapeHtml(words.page('whole'))}</p>`
    : `<p>${escapeHtml(words.page('leftOut'))}</p><ul>${file.leftOut.map((fieldClass) => `<li>${escapeHtml(words.fieldClass(fieldClass))}</li>`).join('')}</ul>`;
  const cut = file.isCut ? `\n<p>${escapeHtml(words.page('cut'))}</p>` : '';
  return `<p>${escapeHtml(words.page('others'))}</p>\n${left}${cut}`;
}
