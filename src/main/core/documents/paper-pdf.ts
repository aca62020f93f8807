import type { Pdf } from './page.ts';
import { startPdf } from './page.ts';
import type { Face, Paper, PaperImage } from './paper.ts';
import type { QrCode } from './rules-qr.ts';

interface OpenImage { width: number; height: number }

/** A PDF under way, as paper, and its bytes once `finish` was called. */
export interface PdfPaper extends Paper { finish(): Promise<Uint8Array<ArrayBuffer>> }

/** Paper that becomes one PDF, however many documents are drawn on it: fonts and images are embedded once. */
export function openPdfPaper(resources: string, info: { title: string; author: string; language: string }): PdfPaper {
  const { pdf, bytes } = startPdf(resources, info, true);
  const widths: Record<Face, Map<string, number>> = { text: new Map(), strong: new Map() };
  const images = new Map<PaperImage, OpenImage>();
  let first = 0;
  const measure = (text: string, face: Face, size: number): number => {
    let width = widths[face].get(text);
    if (width === undefined) {
      width = pdf.font(face).fontSize(1000).widthOfString(text);
      // What is written on every page comes from here; names and figures need not be kept for good.
      if (widths[face].size > 5000) widths[face].clear();
      widths[face].set(text, width);
    }
    return (width * size) / 1000;
  };
  return {
    measure,
    begin() {
      pdf.addPage();
      first = lastPage(pdf);
    },
    nextPage: () => { pdf.addPage(); },
    end(foot, code) {
      const last = lastPage(pdf);
      for (let page = first; page <= last; page += 1) {
        pdf.switchToPage(page);
        foot(page - first + 1, last - first + 1);
        // PieceInfo is where ISO 32000 lets a program leave data of its own; it stands in the file as it is, so that it can be found again.
        if (code !== null) Object.assign(pdf.page.dictionary.data, { PieceInfo: { Rollbook: { LastModified: new Date(), Private: new String(code) } } });
      }
      pdf.flushPages();
      return { firstPage: first, pages: last - first + 1 };
    },
    draw(text, x, baseline, { face, size, color, spacing }) {
      pdf.font(face).fontSize(size).fillColor(color);
      pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...(spacing ? { characterSpacing: spacing } : {}) });
    },
    line: (x1, y1, x2, y2, width, color) => { pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke(color); },
    box: (x, y, width, height, color) => { pdf.rect(x, y, width, height).fill(color); },
    image(image, x, y, width, height) {
      let opened = images.get(image);
      if (!opened) images.set(image, (opened = openImage(pdf, image.content)));
      pdf.image(opened as never, x, y, { fit: [width, height], align: 'center', valign: 'center' });
    },
    qr(code, x, y, size) {
      pdf.save().fillColor('#000000');
      const unit = size / code.size;
      pdf.addContent(`${unit.toFixed(5)} 0 0 ${unit.toFixed(5)} ${x.toFixed(2)} ${y.toFixed(2)} cm ${squaresOf(code)}f`);
      pdf.restore();
    },
    finish() {
      pdf.end();
      return bytes;
    },
  };
}

function lastPage(pdf: Pdf): number {
  const { start, count } = pdf.bufferedPageRange();
  return start + count - 1;
}

/** pdfkit's own way to embed an image once and draw it on many pages; its types leave it out. */
function openImage(pdf: Pdf, content: Uint8Array): OpenImage {
  return (pdf as unknown as { openImage(src: Buffer): OpenImage }).openImage(Buffer.from(content));
}

/** The dark modules as rectangles of the page's language, one for each run in a row. */
function squaresOf({ size, modules }: QrCode): string {
  let out = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!modules[y * size + x]) continue;
      const from = x;
      while (x < size && modules[y * size + x]) x += 1;
      out += `${from} ${y} ${x - from} 1 re\n`;
    }
  }
  return out;
}
