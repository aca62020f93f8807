import { RollbookError } from '#contract/errors.ts';
import type { Crowded, Step } from '#contract/enrolment.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { readSchoolId } from '../settings/index.ts';
import { applyWrites } from './rules-apply.ts';
import { followStay } from './rules-follow.ts';
import type { Facts, Plan, Stay, Write } from './rules-model.ts';
import { stepsOf, weigh } from './rules-weigh.ts';
import { readCrowded } from './repo-rooms.ts';
import { carryOut } from './repo-write.ts';

/** A plan for a student, with everything that will follow from it. */
export interface Outlook { facts: Facts; plan: Plan; writes: Write[] }

/** What a plan comes to, the places that follow the stay included. */
export function lookAhead(facts: Facts, plan: Plan, today: string): Outlook {
  const asStay = (id: string, values: Omit<Stay, 'id' | 'rev' | 'yearLabel' | 'yearStart' | 'yearEnd'>): Stay => ({ ...values, id, rev: 1, yearLabel: '', yearStart: '', yearEnd: '' });
  const edited = plan.writes.flatMap((write) => (write.do === 'setStay' ? [write.id] : []));
  const next = applyWrites(facts, plan.writes, () => 'new', asStay);
  const following = edited.flatMap((id) => {
    const before = facts.stays.find((stay) => stay.id === id) ?? null;
    const after = next.stays.find((stay) => stay.id === id) ?? null;
    return after ? followStay(next, { before, after, removed: null }, today) : [];
  });
  return { facts, plan, writes: [...plan.writes, ...following] };
}

/** Throws what stands against a plan, at the field that is to blame. */
export function mustBePossible({ refusal }: Plan, prefix = ''): void {
  if (!refusal) return;
  if (refusal.messageKey === 'notFound') throw new RollbookError('notFound');
  throw new RollbookError('invalidInput', { fields: [{ path: prefix + refusal.field, messageKey: refusal.messageKey, params: refusal.params }] });
}

/** Throws when classes or divisions would be too full and nobody has said to go ahead all the same. */
export function mustFit(crowded: readonly Crowded[], allowOver: boolean): void {
  const [first] = crowded;
  if (!first || allowOver) return;
  throw new RollbookError('refused', { messageKey: 'overCapacity', params: { name: first.name, capacity: first.capacity, would: first.would } });
}

/** Carries out a student's plan. Returns the id of the stay that it added. What follows from the stay is written when the command ends (`keepInStep`). */
export function perform(ctx: CommandContext, facts: Facts, plan: Plan, options: { allowOver: boolean; prefix?: string }): string | null {
  mustBePossible(plan, options.prefix);
  if (!options.allowOver) mustFit(readCrowded(ctx.db, weigh([{ facts, writes: plan.writes }])), false);
  return carryOut(ctx.db, facts, readSchoolId(ctx.db), plan.writes);
}

/** A plan as its dialog shows it before it is carried out. */
export function previewOf(ctx: QueryContext, facts: Facts, plan: Plan): { refusal: { messageKey: string; params?: Record<string, string> } | null; steps: Step[]; crowded: Crowded[] } {
  if (plan.refusal) return { refusal: { messageKey: plan.refusal.messageKey, params: plan.refusal.params }, steps: [], crowded: [] };
  const { writes } = lookAhead(facts, plan, localDate(ctx.now));
  return { refusal: null, steps: stepsOf(facts, writes), crowded: readCrowded(ctx.db, weigh([{ facts, writes }])) };
}
