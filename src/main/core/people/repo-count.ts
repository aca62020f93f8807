import type { Reader } from '../store/reader.ts';

interface Memo { state: string; totals: Map<string, number> }

const memos = new WeakMap<Reader, Memo>();
/** Filters that somebody has open at once; what is beyond is counted again. */
const most = 200;

/**
 * The total of a list, counted once until something changes: of 50,000 students within some departments the count takes longer than any page.
 * Every command leaves a change set and every day may end a stay, so the newest change set and the date tell whether a total still holds.
 */
export function countOnce(db: Reader, question: string, count: () => number): number {
  const { state } = db.get<{ state: string }>(`SELECT coalesce(max(id), 0) || date('now', 'localtime') AS state FROM change_set`) ?? { state: '' };
  let memo = memos.get(db);
  if (!memo || memo.state !== state || memo.totals.size >= most) memos.set(db, memo = { state, totals: new Map() });
  const known = memo.totals.get(question);
  if (known !== undefined) return known;
  const total = count();
  memo.totals.set(question, total);
  return total;
}
