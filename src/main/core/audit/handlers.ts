import { RollbookError } from '#contract/errors.ts';
import { procedureNames } from '#contract/index.ts';
import { saveFile } from '../files/index.ts';
import { readChangeSet, walkChain, writeAuditEntry, type ChainResult } from '../journal/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { classesOf, createNaming, queryOf } from './find-entries.ts';
import { countChangeSets, countEntries, readActors, readEntries, readProcedures } from './repo-audit.ts';
import { readChainCheck, saveChainCheck } from './repo-chain.ts';
import { readSubject } from './repo-subjects.ts';
import { recordName } from './rules-words.ts';
import { mimes, writeRecord } from './write-record.ts';

const all = { offset: 0, limit: 10_000_000 };
/** Lets what else this thread has in hand go on. */
const pause = () => new Promise<void>((resolve) => { setImmediate(resolve); });

/** Recomputes the chain. One that has become shorter since the last check is broken where it ends: its last links were taken away. */
async function checkChain(ctx: QueryContext): Promise<ChainResult> {
  const last = readChainCheck(ctx.db);
  const walk = walkChain(ctx.db);
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) {
      const { checked, brokenAt } = step.value;
      return { checked, brokenAt: brokenAt === null && last && checked < last.checked ? checked + 1 : brokenAt };
    }
    ctx.checkCancelled();
    ctx.progress(step.value.checked, step.value.total);
    await pause();
  }
}

/** The record of all that was done, refused and read: to look through, to take out, and to check for tampering. */
export const auditHandlers: Handlers<Named<'audit'>> = {
  'audit.list'(ctx, { filter, offset, limit }) {
    const classes = classesOf(ctx);
    const subject = filter.targetId === null ? null : readSubject(ctx.db, filter.targetId, new Set(classes));
    const of = subject && { entity: subject.entity, label: subject.label };
    const query = queryOf(ctx, filter);
    if (!query) return { total: 0, rows: [], of };
    return { total: countEntries(ctx.db, query), rows: readEntries(ctx.db, query, { offset, limit }).map(createNaming(ctx.db, classes)), of };
  },
  'audit.get'(ctx, input) {
    const found = readChangeSet(ctx.db, input.id, { rowIds: null, classes: new Set(classesOf(ctx)) }, input);
    if (!found) throw new RollbookError('notFound');
    return found;
  },
  'audit.choices': (ctx) => ({ actors: readActors(ctx.db), procedures: readProcedures(ctx.db, procedureNames) }),
  'audit.export': prepared({
    async prepare(ctx, { filter, format, language }) {
      const query = queryOf(ctx, filter);
      const rows = query ? readEntries(ctx.db, query, all) : [];
      const name = createNaming(ctx.db, classesOf(ctx));
      const pace = async (done: number) => {
        ctx.checkCancelled();
        ctx.progress(done, rows.length);
        await pause();
      };
      await pace(0);
      const entries = function* () { for (const row of rows) yield name(row); };
      return { content: await writeRecord(entries(), format, language, pace), rows: rows.length };
    },
    run(ctx, { format, language }, { content, rows }) {
      const name = `${recordName[language]} ${localDate(ctx.now)}.${format}`;
      return { fileId: saveFile(ctx.db, { name, mime: mimes[format], content, purpose: 'export' }), name, rows };
    },
  }),
  'audit.chain': (ctx) => ({ check: readChainCheck(ctx.db) ?? null, length: countChangeSets(ctx.db) }),
  'audit.verify': prepared({
    prepare: checkChain,
    run(ctx, _input, { checked, brokenAt }) {
      const isNews = brokenAt !== null && brokenAt !== readChainCheck(ctx.db)?.brokenAt;
      if (isNews) writeAuditEntry(ctx.db, { kind: 'chainBroken', detail: String(brokenAt) });
      saveChainCheck(ctx.db, { at: ctx.now, checked, brokenAt });
      return { checked, brokenAt };
    },
  }),
};
