import { ink, sheet } from './page.ts';
import { openPdfPaper } from './paper-pdf.ts';
import { wrap, write, type Face } from './paper.ts';
import { classListWords, listDate, type DocumentLanguage } from './rules-class-list.ts';
import { layList, type ListColumn, type PlacedColumn } from './rules-list-layout.ts';

/** What stands above a list: the letterhead's lines on its first page, the school, the list's name and what it is of. */
export interface ListHead { lines: readonly string[]; school: string; title: string; subtitle: string; printedOn: string; language: DocumentLanguage }
/** A list as pages under way: rows as they come, then the bytes. */
export interface ListPages { add: (cells: readonly string[]) => void; finish: () => Promise<Uint8Array<ArrayBuffer>> }

const textSize = 8.2, leading = 10.4, rowPadding = 5.6, mostLines = 8;
/** The heads of columns that hold a mark are set smaller: a day has to fit above it. */
const headSizeOf = ({ padding }: PlacedColumn): number => (padding < 4 ? 6.2 : 7.6);
const headLeading = 9.4, mostHeadLines = 4;
interface Ready { heights: number; cells: readonly string[] }

/** Typesets a list of any width: the head of the table on every page, "page x of y" below; columns that do not fit go on on pages beside. */
export function openListPages(resources: string, head: ListHead, columns: readonly ListColumn[], kept: number): ListPages {
  const { language } = head;
  const words = classListWords(language);
  const { landscape, innerWidth, innerBottom, bands } = layList(columns, kept);
  const paper = openPdfPaper(resources, { title: `${head.title} - ${head.school}`, author: head.school, language, landscape });
  const right = sheet.left + innerWidth;
  let waiting: Ready[] = [], filled = 0, isFirst = true, rows = 0;
  paper.begin();

  const linesOf = (text: string, { points, padding }: PlacedColumn, face: Face, size: number, most: number): string[] => {
    const lines = wrap(paper, text, points - padding, face, size);
    return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
  };
  const headHeight = Math.max(...bands.flat().map((column) => linesOf(column.label, column, 'strong', headSizeOf(column), mostHeadLines).length)) * headLeading + 8;
  const tableTop = () => sheet.top + (isFirst ? head.lines.length * 10 + 48 : 34);
  const heightOf = (cells: readonly string[]) => Math.max(...bands.flat().map((column) => linesOf(cells[column.index] ?? '', column, 'text', textSize, mostLines).length)) * leading + rowPadding;

  function drawTop(): void {
    let y = sheet.top;
    if (isFirst) {
      for (const line of head.lines) {
        write(paper, line, sheet.left, y, { size: 7.6, width: innerWidth * 0.6, color: ink.faint });
        y += 10;
      }
      if (head.lines.length > 0) y += 4;
    }
    write(paper, head.school, sheet.left, y, { face: 'strong', size: 9.4, width: innerWidth * 0.6, color: ink.faint });
    write(paper, head.subtitle, sheet.left + innerWidth * 0.6, y, { size: 9, width: innerWidth * 0.4, align: 'right', color: ink.faint });
    write(paper, head.title, sheet.left, y + (isFirst ? 24 : 18), { face: 'strong', size: isFirst ? 15 : 11, width: innerWidth });
  }

  function drawBand(band: readonly PlacedColumn[], ready: readonly Ready[]): void {
    drawTop();
    let y = tableTop();
    const end = Math.max(...band.map(({ x, points }) => x + points));
    paper.box(sheet.left, y, end - sheet.left, headHeight, ink.shade);
    for (const column of band) {
      linesOf(column.label, column, 'strong', headSizeOf(column), mostHeadLines).forEach((line, i) =>
        write(paper, line, column.x + column.padding / 2, y + 12 + i * headLeading, { face: 'strong', size: headSizeOf(column), width: column.points - column.padding, align: column.align }));
    }
    y += headHeight;
    paper.line(sheet.left, y, end, y, 0.8, ink.faint);
    for (const { heights, cells } of ready) {
      for (const column of band) {
        linesOf(cells[column.index] ?? '', column, 'text', textSize, mostLines).forEach((line, i) =>
          write(paper, line, column.x + column.padding / 2, y + 10.6 + i * leading, { size: textSize, width: column.points - column.padding, align: column.align }));
      }
      y += heights;
      paper.line(sheet.left, y, end, y, 0.35, ink.line);
    }
    if (rows === 0) write(paper, emptyWords[language], sheet.left, y + 18, { size: 10, color: ink.faint });
  }

  function flush(): void {
    bands.forEach((band, i) => {
      if (i > 0) paper.nextPage();
      drawBand(band, waiting);
    });
    waiting = [];
    filled = 0;
    isFirst = false;
  }

  return {
    add(cells) {
      const heights = heightOf(cells);
      if (waiting.length > 0 && tableTop() + headHeight + filled + heights > innerBottom) {
        flush();
        paper.nextPage();
      }
      waiting.push({ heights, cells });
      filled += heights;
      rows += 1;
    },
    async finish() {
      flush();
      paper.end((page, pages) => {
        const y = innerBottom + 24;
        write(paper, `${words.printed} ${listDate(head.printedOn, language)}`, sheet.left, y, { size: 8, color: ink.faint });
        write(paper, `${words.page} ${page} ${words.of} ${pages}`, right - 200, y, { size: 8, width: 200, align: 'right', color: ink.faint });
      }, null);
      return await paper.finish();
    },
  };
}

const emptyWords: Record<DocumentLanguage, string> = { el: 'Ο κατάλογος είναι κενός.', en: 'There is nothing in this list.' };
