import { setImmediate } from 'node:timers/promises';
import { saveFile } from '../files/index.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readStudentPage } from '../people/index.ts';
import { leaveOut, recordDisclosure } from '../privacy/disclose.ts';
import { listContent } from '../privacy/rules-disclosure-words.ts';
import { readSchoolCard, readYearOn } from '../settings/index.ts';
import { typesetClassList } from './class-list.ts';
import { registerHandlers } from './handlers-register.ts';
import { templateHandlers } from './handlers-templates.ts';
import { classListWords } from './rules-class-list.ts';

/** More than a school prints at once; the whole of a large school is an export. */
const mostRows = 5_000;

/** Documents to print and to give out. */
export const documentHandlers: Handlers<Named<'documents'>> = {
  ...registerHandlers, ...templateHandlers,
  'documents.classList': prepared({
    async prepare(ctx, input) {
      const all = readStudentPage(ctx.db, input.filter, input.order, ctx.rows(), { offset: 0, limit: mostRows });
      const { rows, leftOut } = leaveOut(ctx.db, all.rows, input.disclosure);
      const card = readSchoolCard(ctx.db);
      const list = {
        school: input.language === 'el' ? card.nameEl : card.nameEn, year: input.filter.asOf === null ? card.yearLabel : readYearOn(ctx.db, input.filter.asOf), title: input.title, printedOn: localDate(ctx.now),
        language: input.language, filter: input.filter, rows,
      };
      const made = await typesetClassList(list, ctx.place.resources, async (done) => {
        ctx.progress(done, rows.length);
        // Lets a cancel in.
        await setImmediate();
        ctx.checkCancelled();
      });
      return { ...made, studentIds: rows.map(({ id }) => id), leftOut };
    },
    run(ctx, input, { content, pages, studentIds, leftOut }) {
      const name = `${classListWords(input.language).file}-${localDate(ctx.now)}.pdf`;
      const fileId = saveFile(ctx.db, { name, mime: 'application/pdf', content, purpose: 'document' });
      if (input.disclosure) recordDisclosure(ctx, input.disclosure, { fileId, studentIds, content: listContent(input.language, input.title || name) });
      return { fileId, name, rows: studentIds.length, pages, leftOut };
    },
  }),
};
