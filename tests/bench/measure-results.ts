import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import type { Client } from './client.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

/** Measures results: a class division and a student as screens ask for them, a whole level as long work. */
export async function measureResults(client: Client, report: Report, size: Size): Promise<void> {
  const random = createRandom(4);
  const { years: [year] } = await client.call('results.choices', {});
  const choices: number[] = [];
  for (let i = 0; i < 20; i += 1) await client.time(choices, 'results.choices', {});
  report.addTimes('results: choices', choices, 50);
  if (!year) return;
  const termId = year.terms.find(({ posted }) => posted)?.id ?? null;
  const division: number[] = [];
  const student: number[] = [];
  for (let i = 0; i < Math.max(40, size.calls / 6); i += 1) {
    const { level, division: name } = random.pick(year.divisions);
    const { rows } = await client.time(division, 'results.division', { yearId: year.id, termId, level, division: name });
    const row = rows[random.int(0, rows.length - 1)];
    if (row) await client.time(student, 'results.student', { studentId: row.id });
  }
  report.addTimes('results: a class division of 35', division, 50);
  report.addTimes('results: a student in a division of 35', student, 50);
  const level: number[] = [];
  const missing: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const page = await client.time(level, 'results.level', { yearId: year.id, termId, level: 'Α', limit: 100 });
    if (i === 0) report.add('results: students of the level', page.total, 'students');
    await client.time(missing, 'results.missing', { yearId: year.id, termId });
  }
  report.add('results: a level with ranks, per 1,000 students', Math.min(...level) / Math.max(1, size.students / 3000), 'ms', 500);
  report.add('results: sections that have not posted', Math.min(...missing), 'ms', 500);
}
