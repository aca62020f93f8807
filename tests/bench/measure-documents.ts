import { join } from 'node:path';
import { compose } from '../../src/main/core/documents/compose.ts';
import { readFrame } from '../../src/main/core/documents/frame.ts';
import { endDocument } from '../../src/main/core/documents/letterhead.ts';
import { startPdf } from '../../src/main/core/documents/page.ts';
import type { Paper } from '../../src/main/core/documents/paper.ts';
import { openPdfPaper } from '../../src/main/core/documents/paper-pdf.ts';
import { selectStudents } from '../../src/main/core/documents/repo-people.ts';
import { localDate } from '../../src/main/core/kernel/dates.ts';
import { readYears } from '../../src/main/core/settings/index.ts';
import { openConnection } from '../../src/main/core/store/connection.ts';
import { cacheStatements, createReader } from '../../src/main/core/store/reader.ts';
import type { Client } from './client.ts';
import { key, type Fixture } from './fixture.ts';
import type { LoopWatch } from './loop-watch.ts';
import type { Report } from './report.ts';

const cards = 1_000;
/** Drawn beforehand on either side. */
const warm = 100;
const resources = join(import.meta.dirname, '../../resources');
type Stroke = (pdf: ReturnType<typeof startPdf>['pdf']) => void;

/** Issues report cards of 1,000 students as the office does, and has pdfkit alone draw the same pages in the same run. */
export async function measureDocuments(client: Client, report: Report, fixture: Fixture, watch: LoopWatch): Promise<void> {
  const pages = recordPages(fixture);
  const [year] = (await client.call('documents.options', {})).years;
  if (!year) throw new Error('no year');
  // Once, so that fonts and statements are warm on both sides.
  await drawBare(pages.slice(0, warm));
  await client.job('documents.issue', { kind: 'reportCard', language: 'el', yearId: year.id, studentIds: pages.slice(0, warm).map(({ studentId }) => studentId) });
  const bare = await drawBare(pages);
  watch.start();
  const { result, milliseconds } = await client.job('documents.issue', { kind: 'reportCard', language: 'el', yearId: year.id, studentIds: pages.map(({ studentId }) => studentId) });
  watch.stop();
  if (result.documents !== pages.length) throw new Error(`${result.documents} of ${pages.length} report cards`);
  report.add(`${cards} report cards: data, pages, codes, register`, milliseconds, 'ms');
  report.add('pdfkit alone for the same pages, without their codes', bare, 'ms');
  report.add('report cards against pdfkit alone', milliseconds / bare, 'x', 1.5);
  const opened: number[] = [];
  const { rows } = await client.call('documents.register', { limit: 40 });
  for (const { id } of rows) await client.time(opened, 'documents.download', { id });
  report.addTimes('a document out of a batch of 1,000 opened', opened);
  const listed: number[] = [];
  for (let i = 0; i < 60; i += 1) await client.time(listed, 'documents.register', { limit: 100, offset: i * 10, ...(i % 2 ? { kind: 'reportCard' as const } : {}) });
  report.addTimes('register of documents', listed, 50);
}

/** What the typesetter draws for each student, as calls of pdfkit: texts, lines, boxes; not the QR codes. */
function recordPages(fixture: Fixture): { studentId: string; pages: Stroke[][] }[] {
  const db = openConnection(fixture.database, key, { readonly: true });
  try {
    const reader = createReader(cacheStatements(db));
    const year = readYears(reader).find(({ status }) => status === 'open');
    if (!year) throw new Error('no year');
    const today = localDate(Date.now());
    const ids = selectStudents(reader, { all: true }, { yearId: year.id, level: null, division: null, studentIds: null, today }).slice(0, cards);
    const frame = readFrame(reader, 'reportCard', 'el', today, year.label);
    const measure = openPdfPaper(resources, { title: '', author: '', language: 'el' }).measure;
    const { documents } = compose(reader, ids, { kind: 'reportCard', yearId: year.id, termId: null, year, today, showRank: false }, frame);
    return documents.map(({ subject, draw }) => {
      const pages: Stroke[][] = [];
      const put = (stroke: Stroke) => pages.at(-1)?.push(stroke);
      const paper: Paper = {
        measure, begin: () => { pages.push([]); }, nextPage: () => { pages.push([]); },
        end(foot) {
          pages.forEach((_, i) => foot(i + 1, pages.length));
          return { firstPage: 0, pages: pages.length };
        },
        draw: (text, x, y, { face, size, color, spacing }) => put((pdf) => { pdf.font(face).fontSize(size).fillColor(color).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...(spacing ? { characterSpacing: spacing } : {}) }); }),
        line: (x1, y1, x2, y2, width, color) => put((pdf) => { pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke(color); }),
        box: (x, y, width, height, color) => put((pdf) => { pdf.rect(x, y, width, height).fill(color); }),
        image: () => undefined, qr: () => undefined,
      };
      paper.begin();
      draw(paper, '2026-27/000001');
      endDocument(paper, frame, { serial: '2026-27/000001', code: 'RB1' }, false);
      return { studentId: subject.studentId, pages };
    });
  } finally {
    db.close();
  }
}

/** Milliseconds in which pdfkit draws these pages into one file, with nothing else to do. */
async function drawBare(documents: readonly { pages: Stroke[][] }[]): Promise<number> {
  const started = performance.now();
  const { pdf, bytes } = startPdf(resources, { title: 'bench', author: 'bench', language: 'el' }, true);
  for (const { pages } of documents) {
    for (const strokes of pages) {
      pdf.addPage();
      for (const stroke of strokes) stroke(pdf);
    }
    pdf.flushPages();
  }
  pdf.end();
  await bytes;
  return performance.now() - started;
}
