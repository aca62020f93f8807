import type { Cell, Worksheet } from 'exceljs';
import type { Language } from '#contract/fields.ts';
import type { TemplateTarget, TargetField } from '#contract/import-targets.ts';
import { importWords, targetWords, templateFields, type TemplateField } from '#contract/import-words.ts';
import { examplesOf } from '../rules/template-examples.ts';
import { choicesOf, exampleWord, flagsOf, templateWords } from '../rules/template-words.ts';

/** What the school itself allows in a column: its levels, its attendance codes. A value that is not among them may still be typed. */
export type SchoolLists = Partial<Record<TemplateField, readonly string[]>>;
/** As many rows are made ready to be filled in. */
const rows = 1000;
const shade = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF3' } } as const;
const shadeMust = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3C0' } } as const;

interface Column { field: TemplateField; kind: TargetField; heading: string; tell: string; allowed: readonly string[]; isClosed: boolean }

function columnsOf(target: TemplateTarget, language: Language, lists: SchoolLists): Column[] {
  return templateFields(target).map(([field, kind]) => {
    const { tellEl, tellEn, ...heading } = importWords[field];
    const own = kind.choices ? choicesOf(field, kind.choices, language) : kind.kind === 'flag' ? flagsOf(language) : null;
    return { field, kind, heading: `${heading[language]}${kind.required ? ' *' : ''}`, tell: language === 'el' ? tellEl : tellEn, allowed: own ?? lists[field] ?? [], isClosed: own !== null };
  });
}

/** A workbook to fill in: the columns of a target with notes, lists to choose from and two invented rows; a guide and the lists on sheets of their own. */
export async function writeTemplate(target: TemplateTarget, language: Language, lists: SchoolLists): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const words = templateWords[language];
  const columns = columnsOf(target, language, lists);
  const sheet = book.addWorksheet(targetWords[target][language], { views: [{ state: 'frozen', ySplit: 1 }] });
  const guide = book.addWorksheet(words.guide), listSheet = book.addWorksheet(words.lists);
  columns.forEach((column, i) => {
    const letter = sheet.getColumn(i + 1);
    letter.width = Math.max(12, column.heading.length + 3);
    letter.numFmt = column.kind.kind === 'date' ? 'dd/mm/yyyy' : column.kind.kind === 'number' || column.kind.kind === 'count' ? 'General' : '@';
    const head = sheet.getCell(1, i + 1);
    head.value = column.heading;
    head.font = { bold: true };
    head.fill = column.kind.required ? shadeMust : shade;
    head.note = column.tell;
  });
  examplesOf(target, language).forEach((example, r) => columns.forEach(({ field, kind }, i) => {
    const value = example[field];
    if (value === undefined) return;
    const cell = sheet.getCell(r + 2, i + 1);
    cell.value = kind.kind === 'date' ? new Date(`${value}T00:00:00Z`) : kind.kind === 'number' || kind.kind === 'count' ? Number(value) : exampleWord(field, value, language);
    cell.font = { italic: true, color: { argb: 'FF5B6675' } };
  }));
  fillLists(listSheet, columns);
  limitCells(sheet, columns, words);
  fillGuide(guide, columns, language);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fillLists(sheet: Worksheet, columns: readonly Column[]): void {
  columns.filter(({ allowed }) => allowed.length > 0).forEach(({ heading, allowed }, i) => {
    sheet.getColumn(i + 1).width = 24;
    [heading, ...allowed].forEach((text, r) => {
      const cell = sheet.getCell(r + 1, i + 1);
      cell.value = text;
      if (r === 0) cell.font = { bold: true };
    });
  });
}

function limitCells(sheet: Worksheet, columns: readonly Column[], words: (typeof templateWords)[Language]): void {
  const listed = columns.filter(({ allowed }) => allowed.length > 0);
  columns.forEach((column, i) => {
    const at = listed.indexOf(column);
    const letter = at < 0 ? '' : sheet.getColumn(at + 1).letter;
    const validation = validationOf(column, `'${words.lists}'!$${letter}$2:$${letter}$${column.allowed.length + 1}`, words);
    if (!validation) return;
    for (let r = 2; r <= rows + 1; r += 1) sheet.getCell(r, i + 1).dataValidation = validation;
  });
}

function validationOf({ kind, allowed, isClosed, heading }: Column, range: string, words: (typeof templateWords)[Language]): Cell['dataValidation'] | null {
  const shared = { allowBlank: true, showErrorMessage: true, errorTitle: heading.slice(0, 30) };
  // What the school has may be chosen; what it does not have yet may be typed.
  if (allowed.length > 0) return { ...shared, showErrorMessage: isClosed, type: 'list', formulae: [range], error: words.one };
  if (kind.kind === 'date') return { ...shared, type: 'date', operator: 'greaterThan', formulae: [new Date('1900-01-01T00:00:00Z')], error: words.date };
  if (kind.kind === 'number' || kind.kind === 'count') return { ...shared, type: kind.kind === 'count' ? 'whole' : 'decimal', operator: 'greaterThanOrEqual', formulae: [0], error: words.number };
  return null;
}

function fillGuide(sheet: Worksheet, columns: readonly Column[], language: Language): void {
  const words = templateWords[language];
  [28, 70, 14, 50].forEach((width, i) => { sheet.getColumn(i + 1).width = width; });
  sheet.getCell(1, 1).value = words.example;
  const head = sheet.getRow(3);
  head.values = [words.column, words.tell, words.required, words.allowed];
  head.font = { bold: true };
  columns.forEach(({ heading, tell, kind, allowed }, i) => {
    sheet.getRow(i + 4).values = [heading.replace(/ \*$/, ''), tell, kind.required ? words.must : '', allowed.slice(0, 30).join(', ')];
  });
  sheet.eachRow((row, number) => { if (number > 3) row.alignment = { vertical: 'top', wrapText: true }; });
}
