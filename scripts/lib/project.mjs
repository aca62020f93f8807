import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** The environment of what scripts start: the project's own Node first. */
export const projectEnv = (extra = {}) => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra });

/** The project's own Node, which runs the sources and the headless host. */
export const nodeBinary = () => join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Runs a command to its end, its output shown; resolves to its exit code. */
export function run(command, args, { env = projectEnv(), stdio = 'inherit', cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    // npm and the tools in .bin are .cmd files on Windows, which only a shell starts.
    const byShell = windows && !/[\\/]/.test(command);
    const child = byShell
      ? spawn([command, ...args].join(' '), { cwd, env, stdio, shell: true })
      : spawn(command, args, { cwd, env, stdio });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code ?? 1));
  });
}

/** Installs what the lock file says when it is not there, or not that; `say` gets the one line about it. */
export async function installIfNeeded(say) {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  const missing = !existsSync(stamp) || !existsSync(nodeBinary());
  if (!missing && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  if (!missing && readFileSync(stamp, 'utf8').length > 0 && sameAsInstalled(lock, stamp)) return;
  say(missing ? 'Installing what Rollbook needs (once, a minute or two) …' : 'The list of packages has changed: installing again …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm ci failed; see its message above.');
}

/** npm's hidden lock lists what is installed; a checkout may touch package-lock.json without changing a word of it. */
function sameAsInstalled(lock, stamp) {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = read(lock);
  const installed = read(stamp);
  return Object.entries(installed).every(([path, entry]) => wanted[path]?.version === entry.version)
    && Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || installed[path] !== undefined);
}

function* listFiles(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) { yield path; return; }
  for (const name of readdirSync(path).sort()) yield* listFiles(join(path, name));
}

const sources = ['src', 'electron.vite.config.ts', 'vite.renderer.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const stampFile = join(root, 'out', 'sources.sha256');

function hashSources() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of listFiles(join(root, source))) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Builds unless the last build was made from the very same sources. */
export async function buildIfStale(say) {
  const hash = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  say('Building …');
  const code = await run('electron-vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('The build failed; see its message above.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}
