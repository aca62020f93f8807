import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createCore } from '../../src/main/core/index.ts';
import { localDate } from '../../src/main/core/kernel/dates.ts';
import { signIn } from './client.ts';
import { migrations, openFixture, prepareCache } from './fixture.ts';
import { createLoopWatch } from './loop-watch.ts';
import { measureAccess } from './measure-access.ts';
import { measureAttendance } from './measure-attendance.ts';
import { measureScreens, measureSearch, pickStudents } from './measure-calls.ts';
import { measureMillion, measureRoster } from './measure-exchange.ts';
import { measureGradebook } from './measure-gradebook.ts';
import { measureDocuments } from './measure-documents.ts';
import { measureImport } from './measure-import.ts';
import { measureResults } from './measure-results.ts';
import { measureRollover } from './measure-rollover.ts';
import { measureStart } from './measure-start.ts';
import { measureTimetable } from './measure-timetable.ts';
import { createReport, formatTable } from './report.ts';
import { fullSize, quickSize } from './size.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' }, quick: { type: 'boolean', default: false },
    /** Only these parts, comma-separated: start, search, screens, access, results, rollover, csv, xlsx, million, roster, timetable, attendance, gradebook, documents. */
    only: { type: 'string' },
    /** Runs the sources instead of the build, for work on a part. */
    sources: { type: 'boolean', default: false },
  },
});
const size = values.quick ? quickSize : fullSize;
const wants = (part: string): boolean => !values.only || values.only.split(',').includes(part);
const say = (line: string): void => { process.stderr.write(`${line}\n`); };
const root = join(import.meta.dirname, '../..');
const [entry, threadEntry] = values.sources
  ? [join(root, 'src/main/headless.ts'), join(root, 'src/main/workers/thread.ts')]
  : [join(root, 'out/main/headless.js'), join(root, 'out/main/thread.js')];

const cache = prepareCache(localDate(Date.now()), size, say);
const folder = mkdtempSync(join(tmpdir(), 'rollbook-bench-run-'));
const report = createReport(say);
const watch = createLoopWatch();
const memory = { largest: 0 };
const sampling = setInterval(() => { memory.largest = Math.max(memory.largest, process.memoryUsage.rss()); }, 200);
try {
  const fixture = await openFixture(cache, folder);
  if (wants('start')) await measureStart(report, fixture, entry);
  const core = await createCore({
    dataFolder: fixture.folder, version: 'bench', keyStore: null, keyFile: fixture.keyFile, migrations, resources: join(root, 'resources'),
    threadEntry: pathToFileURL(threadEntry),
    log: (level, message, detail) => { if (level !== 'info') say(`  ${level}: ${message} ${JSON.stringify(detail ?? {})}`); },
  });
  try {
    const client = await signIn(core, watch);
    const rows = await pickStudents(client, size);
    watch.start();
    if (wants('search')) await measureSearch(client, report, rows, size);
    if (wants('screens')) await measureScreens(client, report, rows, size);
    if (wants('access')) await measureAccess(report, fixture);
    if (wants('results')) await measureResults(client, report, size);
    if (wants('rollover')) await measureRollover(client, report, size);
    if (wants('timetable')) await measureTimetable(client, report, size);
    if (wants('attendance')) await measureAttendance(client, report, rows, size);
    if (wants('gradebook')) await measureGradebook(client, report, size);
    watch.stop();
    report.add('memory after the calls (all threads)', process.memoryUsage.rss() / 2 ** 20, 'MB');
    if (wants('documents')) await measureDocuments(client, report, fixture, watch);
    const bench = { client, report, fixture, cache, size, watch };
    if (wants('million')) await measureMillion(client, report, watch);
    if (wants('roster')) await measureRoster(client, report, watch);
    if (wants('csv')) await measureImport(bench, 'csv', 1_000_000);
    if (wants('xlsx')) await measureImport(bench, 'xlsx', 2_000_000);
    const { milliseconds, atWork, calls } = watch.longest();
    report.add(`longest hold-up of the main thread (during ${calls.join(', ') || 'no call'})`, milliseconds, 'ms', 50);
    report.add('longest hold-up of the main thread: of it at work, the rest without a processor', atWork, 'ms');
    report.add('largest memory, the bench with its bare runs included', memory.largest / 2 ** 20, 'MB');
  } finally {
    await core.close();
  }
} finally {
  clearInterval(sampling);
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`\n${formatTable(report.rows())}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(report.rows(), null, 2)}\n`);
process.exitCode = report.rows().every(({ ok }) => ok) ? 0 : 1;
