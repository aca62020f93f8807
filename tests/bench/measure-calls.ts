import type { Output, Parsed } from '#contract/index.ts';
import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import { foldText } from '../../src/main/core/search/index.ts';
import type { Client } from './client.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

type Row = Output<'students.list'>['rows'][number];

/** One measurement ends after this long, however few calls it has made: a slow call is as visible in ten as in a hundred. */
const budget = 8_000;

async function repeat(calls: number, call: (index: number) => Promise<unknown>): Promise<void> {
  const end = performance.now() + budget;
  for (let i = 0; i < calls && performance.now() < end; i += 1) await call(i);
}

/** Students picked from all over the list. */
export async function pickStudents(client: Client, size: Size): Promise<Row[]> {
  const rows: Row[] = [];
  const pages = 20;
  for (let i = 0; i < pages; i += 1) {
    const offset = Math.floor((size.students * 0.95 * i) / pages);
    const page = await client.call('students.list', { offset, limit: 50 });
    rows.push(...page.rows);
  }
  return rows;
}

/** What somebody types into the palette, letter by letter, to reach a student: seven ways of typing. */
function typings(row: Row): string[] {
  const latin = `${row.familyLatin ?? ''} ${row.givenLatin ?? ''}`;
  const sloppy = row.familyEl.slice(0, 3) + row.familyEl.slice(4);
  return [
    row.familyEl, foldText(row.familyEl), foldText(`${row.familyEl} ${row.givenEl}`), `${row.givenEl} ${row.familyEl}`,
    latin.toLowerCase().replace('ch', 'x').replace('th', '8'), row.studentNo, foldText(sloppy),
  ];
}

/** Measures the palette at every letter typed. */
export async function measureSearch(client: Client, report: Report, rows: readonly Row[], size: Size): Promise<void> {
  const random = createRandom(1);
  const times: number[] = [];
  let found = 0, asked = 0;
  await repeat(size.calls, async () => {
    const row = random.pick(rows);
    for (const [way, text] of typings(row).entries()) {
      let last: Output<'search.students'> | undefined;
      for (let length = 1; length <= text.length; length += 1) last = await client.time(times, 'search.students', { text: text.slice(0, length) });
      // Full names and numbers must be found; a typo may miss among namesakes.
      if (way >= 2 && way <= 5) {
        asked += 1;
        if (last?.hits.some((hit) => hit.familyEl === row.familyEl && hit.givenEl === row.givenEl)) found += 1;
      }
    }
  });
  report.addTimes('palette keystroke', times, 10);
  report.add('palette: full name or number missed', Math.round((1 - found / asked) * 1000) / 10, '%', 0);
}

/** Measures the list, the profile, an edit, its undo and the home screen. */
export async function measureScreens(client: Client, report: Report, rows: readonly Row[], size: Size): Promise<void> {
  const random = createRandom(2);
  const calls = Math.max(60, size.calls / 5);
  type List = Partial<Parsed<'students.list'>>;
  const list = async (name: string, make: () => Record<string, unknown>): Promise<void> => {
    const times: number[] = [];
    await repeat(calls, () => client.time(times, 'students.list', make() as List));
    report.addTimes(name, times, 50);
  };
  const limit = 100;
  const by = () => ({ by: random.pick(['name', 'studentNo', 'birthDate', 'level'] as const), descending: random.chance(0.5) });
  await list('list, first page', () => ({ limit, order: by() }));
  await list('list, any page', () => ({ limit, order: by(), offset: random.int(0, size.students - 2000) }));
  await list('list, one division', () => ({ limit, filter: { level: 'Β', division: `Β${random.int(1, size.divisions / 3)}` } }));
  await list('list, filtered by text', () => ({ limit, filter: { text: foldText(random.pick(rows).familyEl).slice(0, random.int(2, 6)) } }));
  const bands = (await client.call('insight.marksByBand', {})).bands;
  await list('list, one mark band', () => ({ limit, filter: { markBand: random.pick(bands).id } }));
  const { weeks } = await client.call('insight.attendanceByWeek', {});
  await list('list, absent in a week', () => ({ limit, filter: { absentInWeek: random.pick(weeks).monday } }));

  const profile: number[] = [];
  const parts: number[] = [];
  await repeat(size.calls, async () => {
    const { id } = random.pick(rows);
    await client.time(profile, 'students.get', { id });
    await client.time(parts, 'guardians.list', { studentId: id });
    await client.time(parts, 'notes.list', { studentId: id });
    await client.time(parts, 'history.list', { studentId: id });
  });
  report.addTimes('profile', profile, 20);
  report.addTimes('profile: guardians, notes, history', parts, 50);
  await measureEdits(client, report, rows, size);
  await measureHome(client, report);
}

async function measureEdits(client: Client, report: Report, rows: readonly Row[], size: Size): Promise<void> {
  const random = createRandom(3);
  const times: number[] = [];
  const undo: number[] = [];
  await repeat(size.calls / 3, async (i) => {
    const { id, rev, details } = await client.call('students.get', { id: random.pick(rows).id });
    await client.time(times, 'students.update', { id, rev, details: { ...details, preferred: `Όνομα ${i}`, mobile: `690 000 ${i}` } });
    if (i % 2 === 0) await client.time(undo, 'history.undoOwn', {});
  });
  report.addTimes('command with journal (students.update)', times, 50);
  report.addTimes('undo of it', undo, 50);
  const history: number[] = [];
  await repeat(60, () => client.time(history, 'history.list', { limit: 50 }));
  report.addTimes('history of the school', history, 50);
}

async function measureHome(client: Client, report: Report): Promise<void> {
  const names = ['home.overview', 'insight.enrolmentByLevel', 'insight.marksByBand', 'insight.attendanceByWeek', 'students.facets', 'recent.list'] as const;
  for (const name of names) {
    const times: number[] = [];
    await repeat(40, () => client.time(times, name, {}));
    report.add(`${name} first`, times[0] ?? Number.NaN, 'ms', 50);
    report.addTimes(name, times.slice(1), 50);
  }
}
