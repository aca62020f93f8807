import { uuidv7 } from 'uuidv7';
import { RollbookError } from '#contract/errors.ts';
import { outcomes } from '#contract/rollover.ts';
import { z } from 'zod';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { findOpenYear, readYears } from '../settings/index.ts';
import { rolloverOverride } from '../store/schema/index.ts';
import { commitRollover } from './commit-rollover.ts';
import { readLevels, readSeated } from './repo-facts.ts';
import { hasStay, readLatestChangeSet, readNames, readOverrides, readRuns } from './repo-overrides.ts';
import { readHomerooms } from './repo-write.ts';
import { readVersions, rulesFor, saveRules } from './rollover-rules.ts';
import { findOverfull, keyOfDivision } from './rules-counts.ts';
import { nextYearDay, nextYearLabel } from './rules-year.ts';
import { holdSimulation, isStale, needSimulation, settle } from './simulations.ts';
import { simulate, type NextYear, type Simulation, type YearSpan } from './simulate.ts';

const storedCounts = z.record(z.enum(outcomes), z.number());
const refuse = (messageKey: string) => new RollbookError('refused', { messageKey });

/** The year that comes after one: the earliest that is planned, else as it would be made, all dates a year later. */
function followingYear(years: readonly YearSpan[], from: YearSpan): NextYear {
  const next = years.filter(({ startDate }) => startDate > from.startDate).at(-1);
  return next ?? { id: null, label: nextYearLabel(from.label), startDate: nextYearDay(from.startDate), endDate: nextYearDay(from.endDate) };
}

/** Checks that a year follows another. Throws what stands against it. */
function mustFollow(from: YearSpan, to: NextYear): void {
  if (to.startDate <= from.endDate) throw refuse('rollover.yearsOverlap');
}

/** The year's end: a simulation first, then one command that can be taken back. */
export const rolloverHandlers: Handlers<Named<'rollover'>> = {
  'rollover.start'(ctx) {
    const years = readYears(ctx.db);
    const from = findOpenYear(ctx.db) ?? years[0];
    const to = from ? followingYear(years, from) : null;
    const { rules, validFrom } = rulesFor(ctx.db, from?.endDate ?? '9999-12-31', from ? readLevels(ctx.db, from.id) : []);
    const newYear = to?.id === null ? { label: to.label, startDate: to.startDate, endDate: to.endDate } : null;
    return {
      years, suggested: { fromYearId: from?.id ?? null, toYearId: to?.id ?? null, newYear }, rules, validFrom, versions: readVersions(ctx.db),
      runs: readRuns(ctx.db).map((run) => ({ ...run, counts: storedCounts.parse(JSON.parse(run.counts)) })),
    };
  },
  'rollover.saveRules'(ctx, input) {
    const { levels } = input.rules;
    if (new Set(levels).size < levels.length) {
      throw new RollbookError('invalidInput', { fields: [{ path: 'rules.levels', messageKey: 'rollover.levelTwice' }] });
    }
    saveRules(ctx.db, input);
    return {};
  },
  'rollover.simulate': prepared<'rollover.simulate', Simulation>({
    prepare(ctx, input) {
      const years = readYears(ctx.db);
      const from = years.find(({ id }) => id === input.fromYearId);
      const chosen = years.find(({ id }) => id === input.toYearId);
      if (!from || (input.toYearId !== null && !chosen)) throw new RollbookError('notFound');
      const to: NextYear = chosen ?? (input.newYear ? { id: null, ...input.newYear } : followingYear(years, from));
      mustFollow(from, to);
      const { rules } = rulesFor(ctx.db, from.endDate, readLevels(ctx.db, from.id));
      const seenChangeSet = readLatestChangeSet(ctx.db);
      return { id: uuidv7(), from, to, rules, seenChangeSet, ...simulate(ctx, { from, to, rules }) };
    },
    run(ctx, _input, simulation) {
      holdSimulation(simulation);
      return { id: simulation.id, students: simulation.entries.length, counts: settle(ctx.db, simulation).counts, rules: simulation.rules };
    },
  }),
  'rollover.rows'(ctx, input) {
    const simulation = needSimulation(input.id);
    const { settled, counts, levels, loads } = settle(ctx.db, simulation);
    const chosen = settled.filter(({ entry, decision, override }) => (input.outcome === null || decision.outcome === input.outcome)
      && (input.level === null || entry.stay.level === input.level) && (!input.onlyOverridden || override !== undefined));
    const page = chosen.slice(input.offset, input.offset + input.limit);
    const names = readNames(ctx.db, page.map(({ entry }) => entry.stay.studentId));
    const rooms = [...readHomerooms(ctx.db, simulation.from.id), ...(simulation.to.id ? readHomerooms(ctx.db, simulation.to.id) : [])];
    const capacities = new Map(rooms.map(({ level, division, capacity }) => [keyOfDivision(level, division), capacity]));
    const seated = new Map((simulation.to.id ? readSeated(ctx.db, simulation.to.id) : []).map((row) => [keyOfDivision(row.level, row.division), row.students]));
    return {
      total: chosen.length, counts, isStale: isStale(ctx.db, simulation),
      levels, overfull: findOverfull(loads, seated, (level, division) => capacities.get(keyOfDivision(level, division)) ?? simulation.rules.capacity),
      rows: page.flatMap(({ entry: { stay, ruled }, decision, override }) => {
        const name = names.get(stay.studentId);
        return name ? [{
          ...name, level: stay.level, division: stay.division, ...decision, ruled: ruled.outcome,
          override: override ? { id: override.id, rev: override.rev, reason: override.reason } : null,
        }] : [];
      }),
    };
  },
  'rollover.override'(ctx, { fromYearId: yearId, studentId, decision, level, division, reason }) {
    needStudent(ctx, studentId);
    if (!hasStay(ctx.db, yearId, studentId)) throw refuse('rollover.notInYear');
    const known = readOverrides(ctx.db, yearId).find((row) => row.studentId === studentId);
    const values = { decision, level, division, reason };
    if (known) return { id: known.id, rev: ctx.db.update(rolloverOverride, known.id, values) };
    return { id: ctx.db.insert(rolloverOverride, { yearId, studentId, ...values }), rev: 1 };
  },
  'rollover.removeOverride'(ctx, input) {
    ctx.db.remove(rolloverOverride, input.id, input.rev);
    return {};
  },
  'rollover.commit': prepared<'rollover.commit', Simulation>({
    prepare: (_ctx, input) => needSimulation(input.id),
    run: (ctx, input, simulation) => commitRollover(ctx, simulation, input),
  }),
};
