import { RollbookError } from '#contract/errors.ts';
import { createCore } from './core/index.ts';
import type { Core } from './core/kernel/core.ts';
import { type Hub, openHub } from './hub/server.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { findPlaces } from './places.ts';
import { verifyJournal } from './verify-journal.ts';

/** The first port that is tried; the next nine when it is taken and none was asked for. */
const usualPort = 4747;

const options = readOptions(process.argv.slice(2));
const places = findPlaces(import.meta.dirname);
const log = openLog(options.dataFolder);

async function startCore(): Promise<Core> {
  return createCore({
    dataFolder: options.dataFolder,
    version: places.version,
    demo: options.demo,
    keyStore: null,
    keyFile: options.keyFile,
    migrations: places.migrations,
    resources: places.resources,
    threadEntry: places.threadEntry,
    log,
  });
}

async function openFirstFree(core: Core): Promise<Hub> {
  const wanted = options.port === undefined ? Array.from({ length: 10 }, (_, i) => usualPort + i) : [options.port];
  for (const port of wanted) {
    try {
      return await openHub({ core, page: places.page, log }, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
    }
  }
  throw new RollbookError('busy', { messageKey: 'portTaken', params: { port: wanted[0] ?? 0 } });
}

/** One line of JSON, for people and for the launcher. */
function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.send?.(line);
}

let core: Core | undefined;
let hub: Hub | undefined;
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await hub?.close();
  await core?.close();
  process.exit(code);
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
// Started by a launcher, it ends with it: the launcher may be killed without a chance to say so.
process.on('disconnect', () => void end(0));

if (options.verify) {
  const { line, code } = await verifyJournal(startCore());
  await new Promise((resolve) => { process.stdout.write(`${line}\n`, resolve); });
  await new Promise((resolve) => { if (process.send) process.send({ verified: line }, resolve); else resolve(null); });
  process.exit(code);
}

try {
  core = await startCore();
  hub = await openFirstFree(core);
  say({ url: hub.url, data: options.dataFolder, version: places.version });
} catch (error) {
  const failure = error instanceof RollbookError ? error.failure : { code: 'internal', messageKey: String(error) };
  log('error', 'start failed', { code: failure.code });
  say({ failure });
  await end(1);
}
