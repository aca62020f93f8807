import { RollbookError } from '#contract/errors.ts';
import type { RetentionKind } from '#contract/privacy.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { batched, type Handlers, type Named } from '../kernel/handlers.ts';
import { forgetWords } from '../search/index.ts';
import { batchesOf, carryOut } from './erase.ts';
import { readNames, readPlan } from './repo-due.ts';
import { readActiveRules, readRules, writeRule } from './repo-rules.ts';
import { digestOf, listCounts, totalsOf, type Due, type Held, type Plan } from './rules-retention.ts';

/** Of those held back the first are named; how many there are is told. */
const namedHeld = 100;

const ofKind = (all: readonly Due[], kind: RetentionKind | null) => (kind === null ? all : all.filter(({ counts }) => counts.has(kind)));

function name(ctx: QueryContext, due: readonly Due[]) {
  const names = readNames(ctx.db, due.map(({ studentId }) => studentId));
  return due.flatMap(({ studentId, leftOn, counts }) => {
    const named = names.get(studentId);
    return named ? [{ ...named, leftOn, kinds: listCounts(counts) }] : [];
  });
}

function nameHeld(ctx: QueryContext, held: readonly Held[]) {
  const first = held.slice(0, namedHeld);
  const holds = new Map(first.map((one) => [one.studentId, one]));
  return name(ctx, first).map(({ kinds: _kinds, ...one }) => ({ ...one, reason: holds.get(one.studentId)?.reason ?? '', until: holds.get(one.studentId)?.until ?? null }));
}

const sumUp = (plan: Plan) => totalsOf(plan).filter(({ rows }) => rows > 0).map(({ kind, rows }) => ({ kind, rows }));

/** How long records are kept: the rules, what they would take, and carrying them out. */
export const retentionHandlers: Handlers<Named<'retention'>> = {
  'retention.rules': (ctx) => ({ rules: readRules(ctx.db).map(({ kind, years, active, rev }) => ({ kind, years, active, rev })) }),
  'retention.saveRules'(ctx, input) {
    const known = new Map(readRules(ctx.db).map((rule) => [rule.kind, rule]));
    if (new Set(input.rules.map(({ kind }) => kind)).size !== known.size) throw new RollbookError('invalidInput');
    for (const { rev, ...rule } of input.rules) {
      const before = known.get(rule.kind);
      if (!before || before.rev !== rev) throw new RollbookError('conflict');
      writeRule(ctx.db, before, rule, rev);
    }
    return {};
  },
  'retention.preview'(ctx, input) {
    const plan = readPlan(ctx.db, readActiveRules(ctx.db), input.date ?? localDate(ctx.now));
    const due = ofKind(plan.due, input.kind);
    return {
      date: plan.date, digest: digestOf(plan), kinds: totalsOf(plan), total: due.length, rows: name(ctx, due.slice(input.offset, input.offset + input.limit)),
      held: { total: plan.held.length, rows: nameHeld(ctx, plan.held) }, imports: plan.imports.length,
    };
  },
  'retention.apply': batched({
    prepare(ctx, input) {
      const plan = readPlan(ctx.db, readActiveRules(ctx.db), localDate(ctx.now));
      if (digestOf(plan) !== input.digest) throw new RollbookError('refused', { messageKey: 'retentionChanged' });
      return { plan, done: new Array<Due>() };
    },
    parts: ({ plan }) => batchesOf(plan),
    runPart(ctx, input, { plan, done }, part) {
      ctx.describe({ reason: input.reason });
      done.push(...carryOut(ctx, plan, part, input.reason));
    },
    settle: ({ db }) => forgetWords(db),
    finish: ({ plan, done }) => ({ students: done.length, kinds: sumUp({ ...plan, due: done }) }),
  }),
};
