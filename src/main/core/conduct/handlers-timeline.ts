import type { TimelineEntry } from '#contract/conduct.ts';
import { permissionsOf } from '../access/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { isStudentInScope, needStudent } from '../people/index.ts';
import { readConductSettings, writeConductSettings } from './conduct-settings.ts';
import { incidentView, toIncidentRows } from './incident-view.ts';
import { readHighlights } from './repo-highlights.ts';
import { readIncidents } from './repo-incidents.ts';
import { readInterventions } from './repo-interventions.ts';
import { countScoreDays, readScores } from './repo-timeline.ts';
import { groupScores, mergeTimeline } from './rules-conduct.ts';

const blank = { performance: null, highlight: null, incident: null, intervention: null };

/** Interventions have a permission of their own, whose scope need not be that of conduct. */
function seesInterventions(ctx: QueryContext, studentId: string): boolean {
  return ctx.access !== null && permissionsOf(ctx.access).includes('interventions:view') && isStudentInScope(ctx.db, studentId, ctx.rows('interventions:view'));
}

/** One student's conduct in all its kinds, and what the school has decided about it. */
export const timelineHandlers: Handlers<Named<'conduct'>> = {
  'conduct.timeline'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const today = localDate(ctx.now);
    const paging = { offset: 0, limit: input.limit };
    const scope = ctx.rows();
    const highlights = readHighlights(ctx.db, { studentId, kind: null, from: null, to: null }, scope, paging);
    const incidents = readIncidents(ctx.db, { studentId, status: 'all', kind: null, from: null, to: null, overdueBefore: today }, incidentView(ctx), paging);
    const interventions = seesInterventions(ctx, studentId)
      ? readInterventions(ctx.db, { studentId, state: 'all', kind: null, today }, ctx.rows('interventions:view'), paging) : { total: 0, rows: [] };
    const lists: TimelineEntry[][] = [
      groupScores(readScores(ctx.db, studentId, input.limit)),
      highlights.rows.map((highlight) => ({ ...blank, id: highlight.id, date: highlight.date, highlight })),
      toIncidentRows(ctx, incidents.rows).map((incident) => ({ ...blank, id: incident.id, date: incident.date, incident })),
      interventions.rows.map((intervention) => ({ ...blank, id: intervention.id, date: intervention.startDate, intervention })),
    ];
    return { total: countScoreDays(ctx.db, studentId) + highlights.total + incidents.total + interventions.total, entries: mergeTimeline(lists, input.limit) };
  },
  'conduct.settings': (ctx) => ({ settings: readConductSettings(ctx.db) }),
  'conduct.saveSettings'(ctx, input) {
    writeConductSettings(ctx.db, input.settings);
    return {};
  },
};
