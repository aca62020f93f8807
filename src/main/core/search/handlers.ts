import type { SearchHit } from '#contract/search.ts';
import { RollbookError } from '#contract/errors.ts';
import { permissionsOf, type RowScope } from '../access/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { isStudentInScope, readNoContact } from '../people/index.ts';
import type { Reader } from '../store/reader.ts';
import { findCandidates, readHits, readRecent, saveRecent, type FoundStudent } from './repo.ts';
import { foldedWords } from './rules-fold.ts';
import { matchExpression, rankHit } from './rules-words.ts';
import { correctedExpression } from './typos.ts';

/** Ranking looks at no more than this many, so that one letter is as quick as a whole name. */
const candidates = 150;
const recentKept = 12;

function findStudents(db: Reader, text: string, scope: RowScope, limit: number): FoundStudent[] {
  const whole = matchExpression(text, false);
  const beginning = matchExpression(text, true);
  if (!whole || !beginning) return [];
  const found = new Map(findCandidates(db, whole, scope, candidates).map((hit) => [hit.docId, hit]));
  if (found.size < limit) for (const hit of findCandidates(db, beginning, scope, candidates)) found.set(hit.docId, hit);
  if (found.size === 0) {
    const corrected = correctedExpression(db, text);
    if (corrected) for (const hit of findCandidates(db, corrected, scope, candidates)) found.set(hit.docId, hit);
  }
  const typed = foldedWords(text);
  const ranked = [...found.values()].map((hit) => ({ docId: hit.docId, key: hit.sortKey, rank: rankHit(typed, hit) }));
  const best = ranked.toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1)).slice(0, limit);
  return readHits(db, best.map(({ docId }) => docId));
}

/** Says of each hit whether somebody is under a no-contact order, to those who may see guardians. */
function withOrders(ctx: QueryContext, hits: readonly FoundStudent[]): SearchHit[] {
  const mayKnow = ctx.access !== null && permissionsOf(ctx.access).includes('guardians:view');
  const orders = mayKnow ? readNoContact(ctx.db, hits.map(({ id }) => id), localDate(ctx.now)) : null;
  return hits.map((hit) => ({ ...hit, noContact: orders?.has(hit.id) ?? false }));
}

/** Finding people as fast as one types. */
export const searchHandlers: Handlers<Named<'search'> | Named<'recent'>> = {
  'search.students': (ctx, input) => ({ hits: withOrders(ctx, findStudents(ctx.db, input.text, ctx.rows(), input.limit)) }),
  'recent.list': (ctx) => ({ hits: withOrders(ctx, readRecent(ctx.db, ctx.userId(), ctx.rows(), recentKept)) }),
  'recent.add'(ctx, input) {
    if (!isStudentInScope(ctx.db, input.id, ctx.rows())) throw new RollbookError('notFound');
    saveRecent(ctx.db, ctx.userId(), input.id, ctx.now, recentKept);
    return {};
  },
};
