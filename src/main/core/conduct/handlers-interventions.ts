import { RollbookError } from '#contract/errors.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { followUp, intervention } from '../store/schema/index.ts';
import { needIncident } from './incident-view.ts';
import { readFollowUpParent, readFollowUps } from './repo-incidents.ts';
import { readIntervention, readInterventions, readOwners } from './repo-interventions.ts';
import { ownerOf } from './repo-names.ts';

/** Throws `notFound` for an intervention that is gone or whose student is out of the caller's scope. */
function needIntervention(ctx: QueryContext | CommandContext, id: string | null | undefined): string {
  needStudent(ctx, id ? ownerOf(ctx.db, 'intervention', id) : undefined);
  return id ?? '';
}

/** What is being done for a student, until when it is looked at again, and what came of it. */
export const interventionHandlers: Handlers<Named<'interventions'>> = {
  'interventions.list': (ctx, input) => readInterventions(ctx.db, { ...input, today: localDate(ctx.now) }, ctx.rows(), input),
  'interventions.get'(ctx, input) {
    const found = readIntervention(ctx.db, needIntervention(ctx, input.id), localDate(ctx.now));
    if (!found) throw new RollbookError('notFound');
    return { intervention: found, log: readFollowUps(ctx.db, 'interventionId', input.id) };
  },
  'interventions.owners': (ctx) => ({ owners: readOwners(ctx.db) }),
  'interventions.save'(ctx, input) {
    const { intervention: details } = input;
    needStudent(ctx, details.studentId);
    if (details.incidentId !== null) needIncident(ctx, details.incidentId, 'conduct:view');
    if (details.ownerId !== null && !readOwners(ctx.db).some(({ id }) => id === details.ownerId)) {
      throw new RollbookError('invalidInput', { fields: [{ path: 'intervention.ownerId', messageKey: 'invalidValue' }] });
    }
    if (input.id === null) return { id: ctx.db.insert(intervention, details), rev: 1 };
    if (ownerOf(ctx.db, 'intervention', input.id) !== details.studentId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(intervention, input.id, details, input.rev) };
  },
  'interventions.dependents': (ctx, input) => ({
    dependents: countDependents(ctx.db, intervention, needIntervention(ctx, input.id)),
  }),
  'interventions.remove'(ctx, input) {
    removeWithDependents(ctx.db, intervention, needIntervention(ctx, input.id), input.rev);
    return {};
  },
  'interventions.saveFollowUp'(ctx, input) {
    const interventionId = needIntervention(ctx, input.interventionId);
    const { date, text } = input;
    if (input.id === null) return { id: ctx.db.insert(followUp, { interventionId, date, text }), rev: 1 };
    if (readFollowUpParent(ctx.db, input.id)?.interventionId !== interventionId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(followUp, input.id, { date, text }, input.rev) };
  },
  'interventions.removeFollowUp'(ctx, input) {
    needIntervention(ctx, readFollowUpParent(ctx.db, input.id)?.interventionId);
    ctx.db.remove(followUp, input.id, input.rev);
    return {};
  },
};
