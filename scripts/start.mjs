// npm start: installs and builds what is missing, then opens Rollbook in its window, or in the browser where there can be none.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fetchElectron, findElectron, hasScreen, needsNoSandbox } from './lib/electron.mjs';
import { buildIfStale, installIfNeeded, nodeBinary, projectEnv, root } from './lib/project.mjs';

const help = `Rollbook: the student management system of a school office.

  npm start                       opens Rollbook
  npm start -- --demo             opens a demonstration school, apart from your own data

  --data DIR        where the data lives (default: this user's application data)
  --key-file FILE   a file with the passphrase of the data's key, readable by you alone
  --headless        no window: serves the pages on 127.0.0.1 for the browser
  --port N          port of the headless host (default: 4747, or the next free one)
  --verify          checks that nobody has tampered with the record of changes, and ends (exit code 0: whole)
  --help            this text`;

const say = (line) => console.log(line);
const stop = (line) => { console.error(line); process.exit(1); };

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean' }, data: { type: 'string' }, 'key-file': { type: 'string' },
        headless: { type: 'boolean' }, verify: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' },
      },
    });
    if (values.port !== undefined && !(/^\d{1,5}$/.test(values.port) && Number(values.port) < 65536)) throw new Error('--port needs a number from 0 to 65535');
    return values;
  } catch (error) {
    return stop(`${error.message.split('. ')[0]}. See: npm start -- --help`);
  }
}

const options = readArguments();
const passed = [
  ...(options.demo ? ['--demo'] : []),
  ...(options.verify ? ['--verify'] : []),
  ...['data', 'key-file', 'port'].flatMap((name) => (options[name] === undefined ? [] : [`--${name}`, options[name]])),
];

/** Ctrl+C and a closed terminal end what we started; we end when it has. */
function endWith(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
}

/** Runs the window; resolves to false when Electron could not even start on this computer. */
function openElectron(binary) {
  const args = [...(needsNoSandbox() ? ['--no-sandbox'] : []), root, ...passed];
  if (needsNoSandbox()) say('Running as root: Chromium\'s sandbox is off. Use an ordinary account for real work.');
  const startedAt = Date.now();
  const child = spawn(binary, args, { cwd: root, env: projectEnv(), stdio: 'inherit', windowsHide: false });
  endWith(child);
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGTERM' && !options.verify && Date.now() - startedAt < 5000) resolve(false);
      else process.exit(code ?? 0);
    });
  });
}

function openBrowser(url) {
  if (process.env.CI || !hasScreen()) return;
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}

const failures = {
  portTaken: ({ port }) => `Port ${port} is in use: choose another with --port.`,
  newerFile: () => 'The data comes from a newer version of Rollbook. Install that version; nothing was changed.',
  damagedFile: () => 'The data file is damaged. Nothing was changed; restore a backup.',
  wrongKey: () => 'The key does not fit this data, or its file can be read by other users (chmod 600). Nothing was changed.',
  busy: () => 'The data is already in use by another Rollbook program.',
};

function openHeadless() {
  const child = spawn(nodeBinary(), [`${root}/out/main/headless.js`, ...passed], { cwd: root, env: projectEnv(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  endWith(child);
  child.on('error', (error) => stop(`Rollbook could not start: ${error.message}`));
  child.on('message', (line) => {
    if (line.verified) {
      say(line.verified);
    } else if (line.url) {
      say(`Rollbook is at ${line.url}  (data: ${line.data}; stop it with Ctrl+C)`);
      openBrowser(line.url);
    } else {
      const { code, messageKey, params = {} } = line.failure;
      const explain = failures[messageKey] ?? failures[code];
      console.error(explain ? explain(params) : `Rollbook could not start: ${messageKey ?? code}`);
    }
  });
  child.on('exit', (code, signal) => process.exit(signal ? 0 : code ?? 0));
}

async function openDesktop() {
  if (options.headless) return;
  if (!hasScreen() && options.verify) return;
  if (!hasScreen()) return say('There is no screen here: opening Rollbook for the browser instead.');
  const binary = findElectron() ?? (await fetchElectron(say));
  if (!binary) return say('Electron cannot be downloaded from here: opening Rollbook for the browser instead.');
  await openElectron(binary);
  say('Electron cannot run on this computer: opening Rollbook for the browser instead.');
}

if (options.help) {
  say(help);
} else {
  try {
    await installIfNeeded(say);
    await buildIfStale(say);
  } catch (error) {
    stop(error.message);
  }
  await openDesktop();
  openHeadless();
}
