import type { IncidentRow } from '#contract/conduct.ts';
import { RollbookError } from '#contract/errors.ts';
import type { Permission } from '#contract/permissions.ts';
import { fieldClassesFor } from '../access/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { involvedOf, readIncident, readInvolved, type IncidentView, type StoredIncident } from './repo-incidents.ts';
import { daysOpen } from './rules-conduct.ts';

type Context = QueryContext | CommandContext;

/** Whose incidents the caller sees by a permission, and whether those of safeguarding are among them. */
export function incidentView(ctx: Context, permission: Permission = ctx.needed()): IncidentView {
  return { scope: ctx.rows(permission), seesSafeguarding: ctx.access !== null && fieldClassesFor(ctx.access, permission).includes('safeguarding') };
}

/** The incident, or `notFound` when it does not exist or is not for the caller: the two cannot be told apart. */
export function needIncident(ctx: Context, id: string | null | undefined, permission: Permission = ctx.needed()): StoredIncident {
  const incident = id ? readIncident(ctx.db, id, incidentView(ctx, permission)) : undefined;
  if (!incident) throw new RollbookError('notFound');
  return incident;
}

/** Incidents with those involved whom the caller may see; the others are only counted. */
export function toIncidentRows(ctx: Context, stored: readonly StoredIncident[]): IncidentRow[] {
  const today = localDate(ctx.now);
  const involved = readInvolved(ctx.db, stored.map(({ id }) => id), ctx.rows('conduct:view'));
  return stored.map((incident) => {
    const own = involved.filter(({ incidentId }) => incidentId === incident.id);
    const seen = own.filter(({ isVisible }) => isVisible === 1);
    const { id, rev, date, time, kind, severity, status, description, author, followUps } = incident;
    return {
      id, rev, date, time, kind, severity, status, description, author, followUps, isSafeguarding: incident.isSafeguarding === 1,
      students: seen.map(involvedOf), others: own.length - seen.length, days: daysOpen(incident, today),
    };
  });
}
