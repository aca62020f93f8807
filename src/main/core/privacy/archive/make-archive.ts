import type { FieldClass } from '#contract/permissions.ts';
import { saveFile } from '../../files/index.ts';
import { localDate } from '../../kernel/dates.ts';
import { prepared } from '../../kernel/handlers.ts';
import { gatherFile } from './gather.ts';
import { safeName } from './rules-file-name.ts';
import { writePage } from './rules-html.ts';
import { gatherAreas, type PersonFile } from './rules-tables.ts';
import { dataOf } from './rules-values.ts';
import { wordsOf } from './rules-words.ts';
import { writeZip } from './write-zip.ts';

interface Made { content: Buffer; name: string; files: number; leftOut: readonly FieldClass[] }

/** The same as the page says, for programs. */
function writeData(file: PersonFile, madeAt: number): string {
  const data = gatherAreas(file.tables).map(({ area, tables }) => [area, Object.fromEntries(tables.map(({ key, rows }) => [key, rows.map(dataOf)]))] as const);
  return `${JSON.stringify({ format: 'rollbook-person-1', madeAt: new Date(madeAt).toISOString(), title: file.title, leftOut: file.leftOut, data: Object.fromEntries(data) }, null, 2)}\n`;
}

/** A person's whole file as one ZIP: a page to read, the data, and the documents themselves. */
export const makeArchive = prepared<'privacy.archive', Made>({
  async prepare(ctx, { language, ...subject }) {
    const file = gatherFile(ctx, subject, language, ctx.classes());
    const text = new TextEncoder();
    const files = [
      { path: 'index.html', content: text.encode(writePage(file, language, ctx.now)) }, { path: 'data.json', content: text.encode(writeData(file, ctx.now)) }, ...file.enclosed,
    ];
    const content = await writeZip(files, ctx.now, (done) => { ctx.checkCancelled(); ctx.progress(done, files.length); });
    return { content, files: files.length, leftOut: file.leftOut, name: safeName(`${wordsOf(language).page('fileStudent')} ${file.title} ${localDate(ctx.now)}.zip`) };
  },
  run: (ctx, _input, { content, name, files, leftOut }) => ({ fileId: saveFile(ctx.db, { name, mime: 'application/zip', content, purpose: 'export' }), name, files, leftOut: [...leftOut] }),
});
