import { RollbookError } from '#contract/errors.ts';
import { removeWithDependents } from '../journal/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { followUp, incident, incidentStudent, intervention } from '../store/schema/index.ts';
import { readConductSettings } from './conduct-settings.ts';
import { incidentView, needIncident, toIncidentRows } from './incident-view.ts';
import { countOnIncident, readFollowUpParent, readFollowUps, readIncidents, readInterventionsOn, readInvolved } from './repo-incidents.ts';
import { overdueBefore, planInvolved } from './rules-conduct.ts';

function hasOthers(ctx: CommandContext, id: string): boolean {
  return readInvolved(ctx.db, [id], ctx.rows()).some(({ isVisible }) => isVisible === 0);
}

/** What happened, who was involved, and what came of it. */
export const incidentHandlers: Handlers<Named<'incidents'>> = {
  'incidents.list'(ctx, input) {
    const { overdueDays } = readConductSettings(ctx.db);
    const filter = { ...input, overdueBefore: overdueBefore(localDate(ctx.now), overdueDays) };
    const { total, rows } = readIncidents(ctx.db, filter, incidentView(ctx), input);
    return { total, rows: toIncidentRows(ctx, rows), overdueDays };
  },
  'incidents.get'(ctx, input) {
    const stored = needIncident(ctx, input.id);
    const [row] = toIncidentRows(ctx, [stored]);
    if (!row) throw new RollbookError('notFound');
    return { incident: { ...row, place: stored.place, action: stored.action }, log: readFollowUps(ctx.db, 'incidentId', input.id) };
  },
  'incidents.save'(ctx, input) {
    const { students, ...details } = input.incident;
    const before = input.id === null ? null : needIncident(ctx, input.id);
    for (const { studentId } of students) needStudent(ctx, studentId);
    const known = before ? readInvolved(ctx.db, [before.id], ctx.rows()) : [];
    // Without a student of their own in it, the one who writes it down would never see it again.
    if (students.length === 0 && !ctx.rows().all) {
      throw new RollbookError('invalidInput', { fields: [{ path: 'incident.students', messageKey: 'incidentStudents' }] });
    }
    const closedOn = details.status === 'closed' ? before?.closedOn ?? localDate(ctx.now) : null;
    const id = before?.id ?? ctx.db.insert(incident, { ...details, closedOn });
    const rev = before ? ctx.db.update(incident, id, { ...details, closedOn }, input.rev) : 1;
    const plan = planInvolved(known, students);
    for (const row of plan.add) ctx.db.insert(incidentStudent, { incidentId: id, ...row });
    for (const row of plan.change) ctx.db.update(incidentStudent, row.id, { role: row.role });
    for (const rowId of plan.remove) ctx.db.remove(incidentStudent, rowId);
    return { id, rev };
  },
  'incidents.dependents'(ctx, input) {
    needIncident(ctx, input.id);
    return { dependents: countOnIncident(ctx.db, input.id) };
  },
  'incidents.remove'(ctx, input) {
    needIncident(ctx, input.id);
    if (hasOthers(ctx, input.id)) throw new RollbookError('refused', { messageKey: 'incidentHasOthers' });
    // What is being done for a student outlives the incident that it began with, and has a permission of its own.
    for (const id of readInterventionsOn(ctx.db, input.id)) ctx.db.update(intervention, id, { incidentId: null });
    removeWithDependents(ctx.db, incident, input.id, input.rev);
    return {};
  },
  'incidents.saveFollowUp'(ctx, input) {
    const { incidentId, date, text } = input;
    needIncident(ctx, incidentId);
    if (input.id === null) return { id: ctx.db.insert(followUp, { incidentId, date, text }), rev: 1 };
    if (readFollowUpParent(ctx.db, input.id)?.incidentId !== incidentId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(followUp, input.id, { date, text }, input.rev) };
  },
  'incidents.removeFollowUp'(ctx, input) {
    needIncident(ctx, readFollowUpParent(ctx.db, input.id)?.incidentId);
    ctx.db.remove(followUp, input.id, input.rev);
    return {};
  },
};
