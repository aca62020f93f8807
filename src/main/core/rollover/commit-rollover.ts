import { RollbookError } from '#contract/errors.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { academicYear, enrolment, homeroomMembership, rolloverRun } from '../store/schema/index.ts';
import { copyHomerooms, copySections, copyTerms, ensureYear } from './make-year.ts';
import { endMemberships, endPlaces, endTeaching } from './repo-write.ts';
import { isStale, settle, type Settled } from './simulations.ts';
import type { Simulation } from './simulate.ts';

/** Why a stay of the old year ended, and how the one of the next began. */
const codes = { promote: { exit: 'promoted', entry: 'continuing' }, retain: { exit: 'repeats', entry: 'repeats' }, graduate: { exit: 'graduated', entry: null } } as const;
type Moving = keyof typeof codes;
const isMoving = (outcome: string): outcome is Moving => Object.hasOwn(codes, outcome);
const batch = 500;

/** Writes a simulation, in the open change set: the next year, the stays in it, the ends in the old one. Who is undecided is left where they are. */
export function commitRollover(ctx: CommandContext, simulation: Simulation, input: Parsed<'rollover.commit'>): Output<'rollover.commit'> {
  if (isStale(ctx.db, simulation)) throw new RollbookError('conflict', { messageKey: 'rollover.stale' });
  ctx.describe({ reason: input.reason ?? undefined });
  const { from, to, rules } = simulation;
  const { settled, counts } = settle(ctx.db, simulation);
  const toId = ensureYear(ctx, to, input.openNewYear);
  const terms = copyTerms(ctx, from, toId);
  const homerooms = copyHomerooms(ctx, from, toId);
  const sections = input.copySections ? copySections(ctx, simulation, toId, terms) : 0;
  const moving = settled.filter(({ decision }) => isMoving(decision.outcome));
  let enrolled = 0;
  for (let start = 0; start < moving.length; start += batch) {
    ctx.checkCancelled();
    ctx.progress(start, moving.length);
    const chunk = moving.slice(start, start + batch);
    const ids = chunk.map(({ entry }) => entry.stay.studentId);
    endPlaces(ctx.db, ctx.stamp, from.id, from.endDate, ids);
    endMemberships(ctx.db, ctx.stamp, from.id, from.endDate, ids);
    for (const student of chunk) if (moveStudent(ctx, simulation, toId, student)) enrolled += 1;
  }
  ctx.checkCancelled();
  if (input.closeOldYear) {
    endTeaching(ctx.db, ctx.stamp, from.id, from.endDate);
    ctx.db.update(academicYear, from.id, { status: 'closed' });
  }
  const runId = ctx.db.insert(rolloverRun, { fromYearId: from.id, toYearId: toId, rules: JSON.stringify(rules), counts: JSON.stringify(counts) });
  return { runId, changeSetId: ctx.stamp.changeSetId, counts, enrolled, sections, homerooms };
}

/** Ends a student's stay in the old year, and begins the next one unless they graduate. Returns whether it did. */
function moveStudent(ctx: CommandContext, { from, to }: Simulation, toId: string, { entry: { stay }, decision }: Settled): boolean {
  if (!isMoving(decision.outcome)) return false;
  const code = codes[decision.outcome];
  ctx.db.update(enrolment, stay.enrolmentId, { lastAttendedDate: stay.lastAttendedDate ?? from.endDate, exitCode: code.exit });
  const { toLevel: level, toDivision: division } = decision;
  if (level === null) return false;
  const entryDate = to.startDate;
  const { studentId, orgId } = stay;
  const enrolmentId = ctx.db.insert(enrolment, { studentId, orgId, yearId: toId, level, division, entryDate, entryCode: code.entry });
  if (division !== null) ctx.db.insert(homeroomMembership, { studentId, enrolmentId, yearId: toId, level, division, startDate: entryDate });
  return true;
}
