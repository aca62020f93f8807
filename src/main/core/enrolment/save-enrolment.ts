import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { enrolment } from '../store/schema/index.ts';
import { findYear, readFactsOf } from './repo-facts.ts';
import { mustKnowCodes } from './codes.ts';
import { perform } from './do-plan.ts';
import { planStay } from './rules-stays.ts';

/** Adds or corrects a stay as a whole. Refuses one that overlaps another, ends before it begins, or lies outside its year. */
export function saveEnrolment(ctx: CommandContext, input: Omit<Parsed<'enrolments.save'>, 'reason'>): { id: string; rev: number } {
  const { enrolment: values, studentId, id } = input;
  const year = findYear(ctx.db, values.yearId);
  if (!year) throw new RollbookError('invalidInput', { fields: [{ path: 'enrolment.yearId', messageKey: 'required' }] });
  const facts = readFactsOf(ctx.db, studentId);
  const known = facts.stays.find((stay) => stay.id === id);
  if (id !== null && !known) throw new RollbookError('notFound');
  if (known && input.rev !== null && known.rev !== input.rev) throw new RollbookError('conflict');
  mustKnowCodes(ctx.db, values, known, 'enrolment.');
  const added = perform(ctx, facts, planStay(facts, id, values, year), { allowOver: true, prefix: 'enrolment.' });
  if (added !== null) return { id: added, rev: 1 };
  return { id: id ?? '', rev: ctx.db.update(enrolment, id ?? '', {}) };
}
