import type { Client } from './client.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

/**
 * Simulates the end of the year for the whole school, turns the pages of the result, and writes and takes back nothing: the year is
 * under way, so that every student is undecided after all of the reading, which is what costs.
 */
export async function measureRollover(client: Client, report: Report, size: Size): Promise<void> {
  const { suggested } = await client.call('rollover.start', {});
  if (suggested.fromYearId === null) throw new Error('the fixture has no year');
  const { result, milliseconds } = await client.job('rollover.simulate', { fromYearId: suggested.fromYearId });
  report.add(`rollover simulation of ${result.students} students`, milliseconds, 'ms', 10_000);
  report.add('rollover: students lost', result.students - Object.values(result.counts).reduce((sum, count) => sum + count, 0), 'students', 0);
  const pages: number[] = [];
  for (let i = 0; i < Math.max(20, size.calls / 10); i += 1) {
    await client.time(pages, 'rollover.rows', { id: result.id, outcome: i % 2 === 0 ? null : 'undecided', offset: (i * 997) % result.students, limit: 50 });
  }
  report.addTimes('page of the rollover', pages, 50);
}
