import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run } from './project.mjs';

const inside = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
const folder = join(root, 'node_modules', 'electron');

/** Whether a window could be shown at all. */
export function hasScreen() {
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses its sandbox to root on Linux. */
export const needsNoSandbox = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Path of Electron's binary where it is at hand; null otherwise. */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = join(override || join(folder, 'dist'), inside);
  return existsSync(path) ? path : null;
}

async function canReachReleases() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    // Following the redirect reaches the server that holds the file, which may be closed where the first one is open.
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, { method: 'HEAD', signal: AbortSignal.timeout(8000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Fetches Electron's binary with its own installer, within five minutes; resolves to its path, or null. */
export async function fetchElectron(say) {
  const proxied = Boolean(process.env.HTTPS_PROXY || process.env.https_proxy || process.env.ELECTRON_GET_USE_PROXY);
  if (!proxied && !(await canReachReleases())) return null;
  say('Fetching Electron (once, about 120 MB) …');
  const installer = createRequire(import.meta.url).resolve('electron/install.js', { paths: [root] });
  const ended = run(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'ignore'] });
  const late = new Promise((resolve) => { setTimeout(resolve, 5 * 60_000, 1).unref(); });
  return (await Promise.race([ended, late])) === 0 ? findElectron() : null;
}
