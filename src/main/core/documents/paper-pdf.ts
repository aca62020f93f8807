import { startPdf, type Pdf, type PdfInfo } from './page.ts';
import type { Paper, PaperImage } from './paper.ts';
import { createPdfText } from './pdf-text.ts';
import type { QrCode } from './rules-qr.ts';

interface OpenImage { width: number; height: number }

/** A PDF under way, as paper, and its bytes once `finish` was called. */
export interface PdfPaper extends Paper { finish(): Promise<Uint8Array<ArrayBuffer>> }

/** Paper that becomes one PDF, however many documents are drawn on it: fonts and images are embedded once. */
export function openPdfPaper(resources: string, info: PdfInfo): PdfPaper {
  const { pdf, bytes } = startPdf(resources, info, true);
  const text = createPdfText(pdf);
  const images = new Map<PaperImage, OpenImage>();
  let first = 0;
  /** The fill colour of the page; null: unknown. */
  let fill: string | null = null;
  return {
    measure: text.measure,
    begin() {
      pdf.addPage();
      fill = null;
      first = lastPage(pdf);
    },
    nextPage() {
      pdf.addPage();
      fill = null;
    },
    end(foot, code) {
      const last = lastPage(pdf);
      for (let page = first; page <= last; page += 1) {
        pdf.switchToPage(page);
        fill = null;
        foot(page - first + 1, last - first + 1);
        // PieceInfo is where ISO 32000 lets a program leave data of its own; it stands in the file as it is, so that it can be found again.
        if (code !== null) Object.assign(pdf.page.dictionary.data, { PieceInfo: { Rollbook: { LastModified: new Date(), Private: new String(code) } } });
      }
      pdf.flushPages();
      return { firstPage: first, pages: last - first + 1 };
    },
    draw(line, x, baseline, { face, size, color, spacing }) {
      if (color !== fill) pdf.fillColor((fill = color));
      text.write(line, x, baseline, face, size, spacing);
    },
    line: (x1, y1, x2, y2, width, color) => { pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke(color); },
    box(x, y, width, height, color) {
      pdf.rect(x, y, width, height).fill(color);
      fill = null;
    },
    image(image, x, y, width, height) {
      let opened = images.get(image);
      if (!opened) images.set(image, (opened = openImage(pdf, image.content)));
      pdf.image(opened as never, x, y, { fit: [width, height], align: 'center', valign: 'center' });
    },
    qr(code, x, y, size) {
      pdf.save().fillColor('#000000');
      // The page is upside down (pdfkit counts from the top), and an image's first row is its uppermost: hence the minus.
      pdf.addContent(`${size.toFixed(2)} 0 0 -${size.toFixed(2)} ${x.toFixed(2)} ${(y + size).toFixed(2)} cm ${imageOf(code)}`);
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

/** The square as an inline stencil of one bit for each module (ISO 32000-1, 8.9.7): exact at every size, and a tenth of what rectangles would take. */
function imageOf({ size, modules }: QrCode): string {
  const width = Math.ceil(size / 8);
  const bytes = Buffer.alloc(width * size);
  modules.forEach((isDark, i) => { if (isDark) { const x = i % size; const at = Math.floor(i / size) * width + (x >> 3); bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7)); } });
  return `BI /W ${size} /H ${size} /BPC 1 /IM true /D [1 0] /F /AHx ID ${bytes.toString('hex')}> EI`;
}
