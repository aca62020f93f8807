import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import { bellPeriods } from '../../src/main/core/setup/starting-data.ts';
import type { Client } from './client.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

/** Measures what placing a lesson asks at every hour, the week of a division, the list of sections, and all clashes of the year. */
export async function measureTimetable(client: Client, report: Report, size: Size): Promise<void> {
  const random = createRandom(4);
  const { yearId, divisions } = await client.call('sections.facets', {});
  if (yearId === null) throw new Error('no year');
  const { rows } = await client.call('sections.list', { limit: 500 });
  const check: number[] = [], busy: number[] = [], week: number[] = [], list: number[] = [], all: number[] = [];
  for (let i = 0; i < size.calls / 2; i += 1) {
    const { id } = random.pick(rows);
    const { startTime, endTime } = random.pick(bellPeriods);
    await client.time(check, 'timetable.conflicts', { meeting: { sectionId: id, weekday: random.int(1, 5), startTime, endTime, room: '101' } });
    if (i % 3 !== 0) continue;
    const { level, division } = random.pick(divisions);
    await client.time(busy, 'timetable.busy', { sectionId: id });
    await client.time(week, 'timetable.week', { yearId, by: 'division', level, key: division });
    await client.time(list, 'sections.list', { limit: 100, offset: random.int(0, 400) });
  }
  for (let i = 0; i < 3; i += 1) await client.time(all, 'timetable.clashes', { yearId });
  report.addTimes('timetable: conflict check', check, 50);
  report.addTimes('timetable: busy hours of a section', busy, 50);
  report.addTimes('timetable: week of a division', week, 50);
  report.addTimes('list of sections', list, 50);
  report.addTimes('timetable: all clashes of the year', all);
}
