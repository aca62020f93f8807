import type { QrCode } from './rules-qr.ts';

export type Face = 'text' | 'strong';
/** How text is set; sizes in points, `width` in points cuts a line with an ellipsis and is what `align` goes by. */
export interface TextStyle { face?: Face; size?: number; color?: string; align?: 'left' | 'right' | 'center'; width?: number; spacing?: number }
/** An image to draw: its bytes, PNG or JPEG. */
export interface PaperImage { mime: 'image/png' | 'image/jpeg'; content: Uint8Array }

/** A place to draw documents on: a PDF to give out, or a picture of one page to look at. Points from the top left corner; text by its baseline. */
export interface Paper {
  /** Begins a document on a new page. */
  begin(): void;
  /** Goes on on a new page. */
  nextPage(): void;
  /** Ends the document: calls `foot` on each of its pages, and leaves its code in the file, for the program to find again. Returns its first page (from 0) and how many it has. */
  end(foot: (page: number, pages: number) => void, code: string | null): { firstPage: number; pages: number };
  draw(text: string, x: number, baseline: number, style: Required<Pick<TextStyle, 'face' | 'size' | 'color' | 'spacing'>>): void;
  measure(text: string, face: Face, size: number): number;
  line(x1: number, y1: number, x2: number, y2: number, width: number, color: string): void;
  box(x: number, y: number, width: number, height: number, color: string): void;
  /** Draws an image as large as it fits, in the middle of a box. */
  image(image: PaperImage, x: number, y: number, width: number, height: number): void;
  qr(code: QrCode, x: number, y: number, size: number): void;
}

export const black = '#1b2330';

/** Writes one line, cut with an ellipsis at its width. */
export function write(paper: Paper, text: string, x: number, baseline: number, style: TextStyle = {}): void {
  const { face = 'text', size = 10, color = black, align = 'left', width, spacing = 0 } = style;
  if (text === '') return;
  let shown = text;
  const measure = (part: string) => paper.measure(part, face, size) + spacing * Math.max(0, part.length - 1);
  let length = width === undefined ? 0 : measure(shown);
  if (width !== undefined && length > width + 0.01) {
    while (shown.length > 1 && length > width) {
      shown = shown.slice(0, -1).trimEnd();
      length = measure(`${shown}…`);
    }
    shown += '…';
  }
  const left = width === undefined || align === 'left' ? x : align === 'right' ? x + width - length : x + (width - length) / 2;
  paper.draw(shown, left, baseline, { face, size, color, spacing });
}

/** Breaks a text into lines of at most `width`; line breaks in it stay. */
export function wrap(paper: Paper, text: string, width: number, face: Face, size: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    for (const word of part.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && paper.measure(longer, face, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

/** Writes a text over as many lines as it needs; `baseline` is the first line's. Returns the baseline after the last. */
export function writeParagraph(paper: Paper, text: string, x: number, baseline: number, style: TextStyle & { width: number; leading?: number }): number {
  if (text.trim() === '') return baseline;
  const { size = 10, face = 'text', width, leading = size * 1.5 } = style;
  const lines = wrap(paper, text.trim(), width, face, size);
  lines.forEach((line, index) => write(paper, line, x, baseline + index * leading, style));
  return baseline + lines.length * leading;
}
