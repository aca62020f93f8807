// npm test: types and lint, unit tests, build, and the same end-to-end specs on the headless host and on the packaged window.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findElectron, hasScreen } from './lib/electron.mjs';
import { buildIfStale, installIfNeeded, projectEnv, root, run } from './lib/project.mjs';

const results = join(root, 'test-results');
const totals = { passed: 0, failed: 0 };
const summary = [];
/** Named again at the end, where whoever reads only the last lines finds them. */
const failures = [];

function count(name, passed, failed, note = '') {
  totals.passed += passed;
  totals.failed += failed;
  summary.push(`  ${failed ? '✗' : '✓'} ${name}: ${note || `${passed} passed, ${failed} failed`}`);
}

const heading = (text) => console.log(`\n━━ ${text} ${'━'.repeat(Math.max(0, 70 - text.length))}`);
const readReport = (name) => {
  const file = join(results, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

async function check(name, command, args) {
  heading(name);
  const code = await run(command, args);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function runUnitTests() {
  heading('unit tests');
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${join('test-results', 'unit.json')}`]);
  const report = readReport('unit');
  const failed = report?.numFailedTests ?? 0;
  for (const file of report?.testResults ?? []) {
    const failedIn = file.assertionResults.filter(({ status }) => status === 'failed');
    failures.push(...failedIn.map(({ fullName }) => `${relative(root, file.name)}: ${fullName}`));
    if (file.status === 'failed' && failedIn.length === 0) failures.push(`${relative(root, file.name)}: does not load`);
  }
  // A file that does not even load has no failed test of its own.
  count('unit tests', report?.numPassedTests ?? 0, code !== 0 && failed === 0 ? 1 : failed);
}

/** The titles of specs that failed at every try, whichever file or group they stand in. */
const failedSpecs = (suites) => suites.flatMap(({ title, suites: inner = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map((spec) => `${title}: ${spec.title}`), ...failedSpecs(inner),
]);

async function runSpecs(project, wrap = []) {
  heading(`end to end: ${project}`);
  const [command, ...args] = [...wrap, 'playwright', 'test', `--project=${project}`];
  const code = await run(command, args, { env: projectEnv({ ROLLBOOK_E2E: project }) });
  const report = readReport(project), stats = report?.stats;
  failures.push(...failedSpecs(report?.suites ?? []).map((title) => `${project}: ${title}`));
  const failed = stats?.unexpected ?? 0;
  count(`end to end: ${project}`, (stats?.expected ?? 0) + (stats?.flaky ?? 0), code !== 0 && failed === 0 ? 1 : failed);
}

const hasCommand = async (name) => process.platform !== 'win32' && (await run('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' })) === 0;

async function prepareChromium() {
  if (await hasCommand('chromium') || await hasCommand('google-chrome')) return;
  heading('installing Chromium for the end-to-end tests');
  const debian = process.getuid?.() === 0 && (await hasCommand('apt-get'));
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  if (debian) await run('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'], quiet);
  else await run('playwright', ['install', 'chromium'], quiet);
}

async function packageApp() {
  heading('package');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const code = await run(process.execPath, [join(root, 'scripts', 'package.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) return false;
  // The prepared Electron of a test machine runs on an older Node, for which the database engine is compiled apart.
  const tool = join(root, '..', 'shared', 'tools', 'electron.sh');
  if (process.env.ELECTRON_SQLITE_ADDON && existsSync(tool)) {
    return (await run(tool, ['--patch', 'dist'], { stdio: 'ignore' })) === 0;
  }
  return true;
}

async function runOnElectron() {
  if (!findElectron()) return count('end to end: electron', 0, 0, 'left out, no Electron at hand');
  const screen = hasScreen() ? [] : (await hasCommand('xvfb-run')) ? ['xvfb-run', '-a'] : null;
  if (!screen) return count('end to end: electron', 0, 0, 'left out, no screen and no xvfb-run');
  if (!(await packageApp())) return count('package', 0, 1);
  await runSpecs('electron', screen);
}

await installIfNeeded(console.log);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await check('types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']);
await check('lint', 'oxlint', []);
// The build comes first: the test that kills the program at random moments starts it dozens of times, as it is shipped.
heading('build');
const built = await buildIfStale(console.log).then(() => true, (error) => { console.error(error.message); return false; });
await runUnitTests();
if (built) {
  await prepareChromium();
  await runSpecs('headless');
  await runOnElectron();
} else {
  count('build', 0, 1);
}

if (failures.length > 0) console.log(`\n  Failed:\n${failures.map((name) => `    ${name}`).join('\n')}`);
console.log(`\n${summary.join('\n')}\n\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
