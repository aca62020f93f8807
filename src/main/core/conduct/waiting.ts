import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { readConductSettings } from './conduct-settings.ts';
import { incidentView } from './incident-view.ts';
import { countIncidents } from './repo-incidents.ts';
import { countInterventions } from './repo-interventions.ts';
import { overdueBefore } from './rules-conduct.ts';

/** How many incidents that the caller may settle are overdue. Call it for holders of `conduct:edit` only. */
export function countOverdueIncidents(ctx: QueryContext): number {
  const before = overdueBefore(localDate(ctx.now), readConductSettings(ctx.db).overdueDays);
  return countIncidents(ctx.db, { studentId: null, status: 'overdue', kind: null, from: null, to: null, overdueBefore: before }, incidentView(ctx, 'conduct:edit'));
}

/** How many interventions are due for review. Call it for holders of `interventions:edit` only. */
export function countDueReviews(ctx: QueryContext): number {
  return countInterventions(ctx.db, { studentId: null, state: 'due', kind: null, today: localDate(ctx.now) }, ctx.rows('interventions:edit'));
}
