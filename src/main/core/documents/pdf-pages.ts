import { inflateSync } from 'node:zlib';

/** An object of a PDF: the text of its dictionary, and its stream's bytes where it has one. */
interface PdfObject { head: string; stream: Uint8Array | null }
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const reference = /(\d+) 0 R\b/g;

/** Reads objects of a PDF as this program's typesetter writes it: a plain cross-reference table, one generation, streams with a direct length. */
function openPdf(content: Uint8Array): { trailer: string; count: number; read: (number: number) => PdfObject } {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const tail = latin(content.subarray(Math.max(0, content.length - 2048)));
  const at = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? Number.NaN);
  const table = latin(content.subarray(at));
  const count = Number(/^xref\s+0 (\d+)/.exec(table)?.[1] ?? Number.NaN);
  if (!Number.isInteger(count)) throw new Error('not a file of this program');
  const offsets = [...table.slice(0, table.indexOf('trailer')).matchAll(/^(\d{10}) \d{5} [nf]/gm)].map(([, offset]) => Number(offset));
  return {
    trailer: table.slice(table.indexOf('trailer')), count,
    read(number) {
      const start = offsets[number] ?? 0;
      const next = bytes.indexOf('endobj', start);
      const text = latin(content.subarray(start, next));
      const streamAt = text.indexOf('\nstream\n');
      const head = text.slice(text.indexOf('obj') + 3, streamAt < 0 ? undefined : streamAt).trim();
      if (streamAt < 0) return { head, stream: null };
      const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
      const from = start + streamAt + '\nstream\n'.length;
      return { head, stream: content.subarray(from, from + length) };
    },
  };
}

const refs = (text: string): number[] => [...text.matchAll(reference)].map(([, number]) => Number(number));

/** The number of an object that a dictionary refers to by name. */
const refOf = (text: string, name: string): number | undefined => refs(new RegExp(`/${name} \\d+ 0 R`).exec(text)?.[0] ?? '')[0];

/** The catalogue of a PDF and the numbers of its pages, in order. */
function pagesOf(pdf: ReturnType<typeof openPdf>): { root: string; kids: number[] } {
  const root = pdf.read(refOf(pdf.trailer, 'Root') ?? 0).head;
  return { root, kids: refs(/\/Kids \[([^\]]*)\]/.exec(pdf.read(refOf(root, 'Pages') ?? 0).head)?.[1] ?? '') };
}

/**
 * The same file with some of its pages left white: what was written on them is gone. Every other page, taken out of it, has the same bytes as before.
 */
export function blankPages(content: Uint8Array, firstPage: number, pages: number): Uint8Array<ArrayBuffer> {
  const pdf = openPdf(content);
  const blank = new Set(pagesOf(pdf).kids.slice(firstPage, firstPage + pages).map((page) => refOf(pdf.read(page).head, 'Contents')));
  const objects = Array.from({ length: pdf.count - 1 }, (_unused, i): PdfObject => (blank.has(i + 1) ? { head: '<< /Length 0 >>', stream: new Uint8Array() } : pdf.read(i + 1)));
  return writePdf(objects, refOf(pdf.trailer, 'Info') ?? null, refOf(pdf.trailer, 'Root') ?? 1);
}

/**
 * Some pages of a PDF that this program made, as a PDF of their own. The same pages of the same file always give the same bytes,
 * so that a document out of a batch need not be stored twice.
 */
export function extractPages(content: Uint8Array, firstPage: number, pages: number): Uint8Array<ArrayBuffer> {
  const pdf = openPdf(content);
  const { root, kids } = pagesOf(pdf);
  const info = refOf(pdf.trailer, 'Info');
  const language = /\/Lang \([^)]*\)/.exec(root)?.[0] ?? '';
  const numbers = new Map<number, number>();
  const objects: PdfObject[] = [];
  // 1 is the catalogue and 2 the page tree; the rest in the order in which they are reached.
  const take = (number: number): number => {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    const object = pdf.read(number);
    const own = objects.length + 3;
    numbers.set(number, own);
    objects.push(object);
    // A page's parent is the new tree, and its place in the old file's structure means nothing here.
    object.head = object.head.replace(/\/Parent \d+ 0 R/, '/Parent @').replace(/\/StructParents \d+\s*/, '').replaceAll(reference, (_all, other: string) => `${take(Number(other))} 0 R`).replace('/Parent @', '/Parent 2 0 R');
    return own;
  };
  const pageNumbers = kids.slice(firstPage, firstPage + pages).map(take);
  const infoNumber = info === undefined ? null : take(info);
  return writePdf([
    { head: `<< /Type /Catalog /Pages 2 0 R ${language} >>`, stream: null },
    { head: `<< /Type /Pages /Count ${pageNumbers.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`, stream: null }, ...objects,
  ], infoNumber);
}

function writePdf(objects: readonly PdfObject[], info: number | null, root = 1): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n');
  const offsets = objects.map(({ head, stream }, i) => {
    const offset = length;
    put(`${i + 1} 0 obj\n${head}\n`);
    if (stream) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
    return offset;
  });
  const table = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R${info === null ? '' : ` /Info ${info} 0 R`} >>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** Largest size to which a compressed part of a dropped file is opened, and how many bytes are opened in all. */
const largestInflated = 4 * 1024 * 1024;
const mostInflated = 128 * 1024 * 1024;

/** Every code that stands in a PDF, each once, in order: as it was written, or within compressed parts where another program saved the file again. */
export function findCodes(content: Uint8Array): string[] {
  const text = latin(content);
  const found = new Set([...text.matchAll(/RB1[A-Z2-7]{100,1900}/g)].map(([code]) => code));
  if (found.size > 0) return [...found];
  let opened = 0;
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (opened > mostInflated) break;
    try {
      const inside = inflateSync(content.subarray(match.index + match[0].length), { maxOutputLength: largestInflated }).toString('latin1');
      opened += inside.length;
      for (const [code] of inside.matchAll(/RB1[A-Z2-7]{100,1900}/g)) found.add(code);
    } catch {
      // Not compressed this way: pictures and fonts of other kinds hold no code.
    }
  }
  return [...found];
}
