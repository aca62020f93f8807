import { mergeFields, type MergeField } from '#contract/duplicates.ts';
import { RollbookError } from '#contract/errors.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import type { Reader } from '../store/reader.ts';
import { notDuplicate } from '../store/schema/index.ts';
import { findPairs } from './find-pairs.ts';
import { findRefusal, readConflicts, type Sides } from './repo-conflicts.ts';
import { countBelongings, dropConflicts, mergeRecords, readPerson } from './repo-merge.ts';
import { lastSearch, pairOf, readDismissed, readPairs, readSummaries, savePairs } from './repo-pairs.ts';

interface Two { kind: 'student' | 'guardian'; winnerId: string; loserId: string }

/** Both sides of a pair. Throws `notFound` when one is gone or not of this kind. */
function needSides(db: Reader, { kind, winnerId, loserId }: Two) {
  const winner = readPerson(db, winnerId), loser = readPerson(db, loserId);
  const isKind = (studentId: string | null | undefined) => studentId !== undefined && (kind === 'guardian' || studentId !== null);
  if (!winner || !loser || !isKind(winner.studentId) || !isKind(loser.studentId)) throw new RollbookError('notFound');
  const sides: Sides = {
    winnerPerson: winnerId, loserPerson: loserId,
    winner: kind === 'student' ? winner.studentId ?? '' : '', loser: kind === 'student' ? loser.studentId ?? '' : '',
  };
  return { winner, loser, sides };
}

type PersonFacts = NonNullable<ReturnType<typeof readPerson>>;

function sideOf(db: Reader, facts: PersonFacts) {
  const person = readSummaries(db, [facts.personId]).get(facts.personId);
  if (!person) throw new RollbookError('notFound');
  const values = Object.fromEntries(mergeFields.map((field) => [field, facts[field]])) as Record<MergeField, string | null>;
  return { person, values, belongings: countBelongings(db, facts.studentId, facts.personId), stamp: facts.stamp };
}

/** Finding two records of one person, and making one of them. */
export const duplicateHandlers: Handlers<Named<'duplicates'>> = {
  'duplicates.find': prepared<'duplicates.find', Awaited<ReturnType<typeof findPairs>>>({
    prepare: (ctx) => findPairs(ctx),
    run(ctx, _input, { people, pairs }) {
      savePairs(ctx.db, pairs, ctx.now);
      return { people, pairs: pairs.length };
    },
  }),
  'duplicates.list': (ctx, input) => ({ ...readPairs(ctx.db, input.kind, input), searchedAt: lastSearch(ctx.db) }),
  'duplicates.compare'(ctx, input) {
    const { winner, loser, sides } = needSides(ctx.db, input);
    return {
      winner: sideOf(ctx.db, winner), loser: sideOf(ctx.db, loser),
      conflicts: readConflicts(ctx.db, sides).map(({ entity, rows }) => ({ entity, count: rows.length })),
      refusal: findRefusal(ctx.db, input.kind, sides),
    };
  },
  'duplicates.merge'(ctx, input) {
    const { winner, loser, sides } = needSides(ctx.db, input);
    if (winner.stamp !== input.stamps[0] || loser.stamp !== input.stamps[1]) throw new RollbookError('conflict');
    const refusal = findRefusal(ctx.db, input.kind, sides);
    if (refusal) throw new RollbookError('refused', { messageKey: refusal });
    ctx.describe({ reason: input.reason });
    const dropped = dropConflicts(ctx.db, ctx.stamp, readConflicts(ctx.db, sides));
    const moved = mergeRecords(ctx.db, ctx.stamp, sides, new Set(input.take), localDate(ctx.now));
    return { moved, dropped };
  },
  'duplicates.dismiss'(ctx, input) {
    needSides(ctx.db, input);
    const [personA, personB] = pairOf(input.winnerId, input.loserId);
    if (!readDismissed(ctx.db).has(`${personA} ${personB}`)) ctx.db.insert(notDuplicate, { personA, personB });
    return {};
  },
};
