import { RollbookError } from '#contract/errors.ts';
import type { RolloverCounts } from '#contract/rollover.ts';
import type { Reader } from '../store/reader.ts';
import { hasChangedSince, readOverrides, type OverrideRow } from './repo-overrides.ts';
import { countLoads, countOutcomes } from './rules-counts.ts';
import { applyOverride, type Decision } from './rules-decide.ts';
import type { Entry, Simulation } from './simulate.ts';

/** Simulations held at once, in memory of the thread for long work: one holds a line for each student. */
const held = 2;
const simulations = new Map<string, Simulation>();

/** Keeps a simulation for the calls that follow, and lets the oldest go. */
export function holdSimulation(simulation: Simulation): void {
  simulations.set(simulation.id, simulation);
  for (const key of simulations.keys()) {
    if (simulations.size <= held) break;
    simulations.delete(key);
  }
}

/** The simulation; after a restart of the program there is none, and it has to be made again. */
export function needSimulation(id: string): Simulation {
  const simulation = simulations.get(id);
  if (!simulation) throw new RollbookError('refused', { messageKey: 'rollover.simulateAgain' });
  return simulation;
}

/** Whether records that a simulation rests on have changed since. */
export const isStale = (db: Reader, simulation: Simulation): boolean => hasChangedSince(db, simulation.seenChangeSet);

/** A student with what will be done: what the rules say, or the registrar. */
export interface Settled { entry: Entry; decision: Decision; override: OverrideRow | undefined }

/** A simulation with the registrar's decisions in it: what its pages are cut from. */
export interface Overview {
  settled: Settled[]; counts: RolloverCounts; levels: { level: string; counts: RolloverCounts }[]; loads: ReturnType<typeof countLoads>;
}
const overviews = new WeakMap<Simulation, { of: string; overview: Overview }>();

/** Every student of a simulation with the registrar's decisions as they are now. Worked out anew only when one of these has changed. */
export function settle(db: Reader, simulation: Simulation): Overview {
  const rows = readOverrides(db, simulation.from.id);
  const of = JSON.stringify(rows);
  const known = overviews.get(simulation);
  if (known?.of === of) return known.overview;
  const overrides = new Map(rows.map((row) => [row.studentId, row]));
  const levels = new Map<string, Decision[]>();
  const settled = simulation.entries.map((entry): Settled => {
    const override = overrides.get(entry.stay.studentId);
    const decision = override ? applyOverride(entry.ruled, entry.stay, simulation.rules, override) : entry.ruled;
    const level = levels.get(entry.stay.level);
    if (level) level.push(decision);
    else levels.set(entry.stay.level, [decision]);
    return { entry, override, decision };
  });
  const decisions = settled.map(({ decision }) => decision);
  const overview = {
    settled, counts: countOutcomes(decisions), loads: countLoads(decisions),
    levels: [...levels].map(([level, own]) => ({ level, counts: countOutcomes(own) })),
  };
  overviews.set(simulation, { of, overview });
  return overview;
}
