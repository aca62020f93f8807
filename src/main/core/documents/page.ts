import { createRequire } from 'node:module';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;

/** A4 in points, with margins wide enough for a ring binder. */
export const sheet = { width: 595.28, height: 841.89, left: 51, right: 40, top: 48, bottom: 54 };
export const innerWidth = sheet.width - sheet.left - sheet.right;
export const ink = { text: '#1b2330', faint: '#5b6675', line: '#c9d0d9', shade: '#f2f5f8' };

/** What a PDF says of itself. `landscape`: its pages lie on their long side. */
export interface PdfInfo { title: string; author: string; language: string; landscape?: boolean }

/** Starts a document with the embedded fonts `text` and `strong`, which have Greek; `bare`: without a first page and without margins. pdfkit is loaded at first use: it is large. */
export function startPdf(resources: string, info: PdfInfo, bare = false): { pdf: Pdf; bytes: Promise<Uint8Array<ArrayBuffer>> } {
  const load = createRequire(import.meta.url);
  const Document = load('pdfkit') as typeof PDFDocument;
  const pdf = new Document({
    size: 'A4', layout: info.landscape ? 'landscape' : 'portrait', bufferPages: true, lang: info.language, displayTitle: true, tagged: true, pdfVersion: '1.7',
    autoFirstPage: !bare,
    margins: bare ? { left: 0, right: 0, top: 0, bottom: 0 } : { left: sheet.left, right: sheet.right, top: sheet.top, bottom: sheet.bottom },
    info: { Title: info.title, Author: info.author, Creator: 'Rollbook' },
  });
  pdf.registerFont('text', join(resources, 'fonts', 'NotoSans-Regular.ttf'));
  pdf.registerFont('strong', join(resources, 'fonts', 'NotoSans-SemiBold.ttf'));
  const chunks: Buffer[] = [];
  const bytes = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  return { pdf, bytes };
}

/** Writes one line of text cut to a width with an ellipsis. */
export function writeLine(pdf: Pdf, text: string, x: number, y: number, width: number, options: { align?: 'left' | 'right' | 'center' } = {}): void {
  pdf.text(text, x, y, { width, align: options.align ?? 'left', lineBreak: false, ellipsis: true, height: 14 });
}
