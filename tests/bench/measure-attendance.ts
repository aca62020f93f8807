import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import type { Client } from './client.ts';
import type { pickStudents } from './measure-calls.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

type Rows = Awaited<ReturnType<typeof pickStudents>>;

/** Measures what stands between a teacher and a saved register, and what the office asks of attendance. Bars: p99 50 ms. */
export async function measureAttendance(client: Client, report: Report, rows: Rows, size: Size): Promise<void> {
  const random = createRandom(4);
  const calls = Math.max(60, size.calls / 5);
  const { weeks } = await client.call('insight.attendanceByWeek', {});
  const dates = weeks.map(({ monday }) => monday);
  const { codes } = await client.call('attendance.codes', {});
  const absent = codes.find(({ presence }) => presence === 'absent')?.id ?? '';
  const pick = () => random.pick(rows.filter(({ level, division }) => level !== null && division !== null));
  const times: Record<'sheet' | 'take' | 'choices' | 'student' | 'summary' | 'missing' | 'calls', number[]> = { sheet: [], take: [], choices: [], student: [], summary: [], missing: [], calls: [] };
  const end = performance.now() + 40_000;
  for (let i = 0; i < calls && performance.now() < end; i += 1) {
    const { id, level, division } = pick();
    const date = random.pick(dates);
    const target = { kind: 'day' as const, level: level ?? '', division: division ?? '' };
    await client.time(times.choices, 'attendance.choices', { date, level, division });
    const { version, obstacle } = await client.time(times.sheet, 'attendance.sheet', { date, target });
    if (obstacle === null && i % 3 === 0) await client.time(times.take, 'attendance.take', { date, target, version, marks: [{ studentId: id, codeId: absent, minutes: null, note: String(i) }], reason: null });
    await client.time(times.student, 'attendance.student', { studentId: id, yearId: null });
    if (i % 5 === 0) {
      await client.time(times.summary, 'attendance.summary', { from: dates[0] ?? date, to: dates[1] ?? date, target: { kind: 'division', level: level ?? '', division: division ?? '' } });
      await client.time(times.missing, 'attendance.missing', { date, limit: 500 });
      await client.time(times.calls, 'attendance.calls', { date, done: false, limit: 200 });
    }
  }
  report.addTimes('attendance: what there is to take', times.choices, 50);
  report.addTimes('attendance: open a register', times.sheet, 50);
  report.addTimes('attendance: save a register', times.take, 50);
  report.addTimes('attendance: a student\'s year', times.student, 50);
  report.addTimes('attendance: two weeks of a division', times.summary, 50);
  report.addTimes('attendance: what was not taken', times.missing, 50);
  report.addTimes('attendance: calls home', times.calls, 50);
}
