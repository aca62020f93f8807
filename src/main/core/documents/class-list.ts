import type { StudentRow } from '#contract/people.ts';
import { ink, innerWidth, sheet, startPdf, writeLine, type Pdf } from './page.ts';
import { classListWords, listClass, listDate, listName, titleOf, type DocumentLanguage } from './rules-class-list.ts';

export interface ClassList {
  school: string; year: string; title: string; printedOn: string; language: DocumentLanguage; filter: { level: string | null; division: string | null; asOf: string | null }; rows: readonly StudentRow[];
}
const rowHeight = 20;
const headHeight = 24;
/** Column widths as parts of the line. */
const columns = [
  { key: 'no', part: 5, align: 'right' }, { key: 'number', part: 14, align: 'left' }, { key: 'name', part: 28, align: 'left' },
  { key: 'father', part: 15, align: 'left' }, { key: 'birth', part: 15, align: 'left' }, { key: 'class', part: 8, align: 'left' }, { key: 'remarks', part: 15, align: 'left' },
] as const;
const parts = columns.reduce((sum, { part }) => sum + part, 0);

/** Typesets a class list: A4, the school's name and the table's head on every page, "page x of y" below. Returns the PDF and its number of pages. */
export async function typesetClassList(list: ClassList, resources: string, onRow: (done: number) => Promise<void> | void): Promise<{ content: Uint8Array<ArrayBuffer>; pages: number }> {
  const words = classListWords(list.language);
  const { asOf } = list.filter;
  const title = `${list.title || titleOf(list.language, list.filter)}${asOf === null ? '' : ` · ${words.asOf} ${listDate(asOf, list.language)}`}`;
  const { pdf, bytes } = startPdf(resources, { title: `${title} - ${list.school}`, author: list.school, language: list.language });
  let y = drawHead(pdf, list, title);
  if (list.rows.length === 0) {
    pdf.font('text').fontSize(10).fillColor(ink.faint);
    writeLine(pdf, words.none, sheet.left, y + 12, innerWidth);
  }
  for (const [index, row] of list.rows.entries()) {
    if (y + rowHeight > sheet.height - sheet.bottom) {
      pdf.addPage();
      y = drawHead(pdf, list, title);
    }
    drawRow(pdf, row, index, y, list.language);
    y += rowHeight;
    if (index % 100 === 99) await onRow(index + 1);
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    drawFoot(pdf, list, `${words.page} ${page + 1} ${words.of} ${count}`);
  }
  pdf.end();
  return { content: await bytes, pages: count };
}

function eachColumn(draw: (key: (typeof columns)[number]['key'], x: number, width: number, align: 'left' | 'right') => void): void {
  let x = sheet.left;
  for (const { key, part, align } of columns) {
    const width = (innerWidth * part) / parts;
    draw(key, x + 4, width - 8, align);
    x += width;
  }
}

function drawHead(pdf: Pdf, list: ClassList, title: string): number {
  const words = classListWords(list.language);
  pdf.font('strong').fontSize(10).fillColor(ink.faint);
  writeLine(pdf, list.school, sheet.left, sheet.top, innerWidth * 0.7);
  pdf.font('text').fontSize(9);
  writeLine(pdf, list.year && `${words.year} ${list.year}`, sheet.left + innerWidth * 0.7, sheet.top, innerWidth * 0.3, { align: 'right' });
  pdf.font('strong').fontSize(16).fillColor(ink.text);
  pdf.text(title, sheet.left, sheet.top + 18, { width: innerWidth * 0.8, lineBreak: false, ellipsis: true, height: 22 });
  pdf.font('text').fontSize(9).fillColor(ink.faint);
  writeLine(pdf, `${words.students}: ${list.rows.length}`, sheet.left + innerWidth * 0.7, sheet.top + 27, innerWidth * 0.3, { align: 'right' });
  const y = sheet.top + 50;
  pdf.rect(sheet.left, y, innerWidth, headHeight).fill(ink.shade);
  pdf.font('strong').fontSize(8.5).fillColor(ink.text);
  eachColumn((key, x, width, align) => writeLine(pdf, words[key], x, y + 7, width, { align }));
  pdf.moveTo(sheet.left, y + headHeight).lineTo(sheet.left + innerWidth, y + headHeight).lineWidth(0.8).stroke(ink.faint);
  return y + headHeight;
}

function drawRow(pdf: Pdf, row: StudentRow, index: number, y: number, language: DocumentLanguage): void {
  const values: Record<(typeof columns)[number]['key'], string> = {
    no: String(index + 1), number: row.studentNo, name: listName(row, language), father: row.fatherEl ?? '',
    birth: listDate(row.birthDate, language), class: listClass(row), remarks: '',
  };
  eachColumn((key, x, width, align) => {
    pdf.font(key === 'name' ? 'strong' : 'text').fontSize(9).fillColor(ink.text);
    writeLine(pdf, values[key], x, y + 4.5, width, { align });
  });
  pdf.moveTo(sheet.left, y + rowHeight).lineTo(sheet.left + innerWidth, y + rowHeight).lineWidth(0.4).stroke(ink.line);
}

function drawFoot(pdf: Pdf, list: ClassList, pageText: string): void {
  const words = classListWords(list.language);
  const y = sheet.height - sheet.bottom + 16;
  // Below the bottom margin pdfkit would start a new page.
  pdf.page.margins.bottom = 0;
  pdf.font('text').fontSize(8).fillColor(ink.faint);
  writeLine(pdf, `${words.printed} ${listDate(list.printedOn, list.language)}`, sheet.left, y, innerWidth / 2);
  writeLine(pdf, pageText, sheet.left + innerWidth / 2, y, innerWidth / 2, { align: 'right' });
}
