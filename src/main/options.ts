import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line of either host says. */
export interface Options {
  demo: boolean;
  /** Checks the journal, says what came of it, and ends. */
  verify: boolean;
  dataFolder: string;
  keyFile: string | undefined;
  /** Loopback port of the headless host; 0 takes any free one. Undefined: the usual port, or the next free one. */
  port: number | undefined;
}

/** Where this system keeps the data of applications; local, since a database must not roam between computers. */
export function findDataFolder(demo: boolean, platform: NodeJS.Platform = process.platform, env = process.env): string {
  const name = demo ? 'Rollbook Demo' : 'Rollbook';
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), name);
}

/** Reads a command line without the program's name; anything that is not ours (a Chromium switch, a file) is left alone. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      demo: { type: 'boolean' }, verify: { type: 'boolean' }, data: { type: 'string' }, 'key-file': { type: 'string' }, port: { type: 'string' },
    },
  });
  const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value ? value : undefined);
  const demo = values.demo === true;
  const data = text(values.data);
  const keyFile = text(values['key-file']);
  const port = text(values.port);
  return {
    demo,
    verify: values.verify === true,
    dataFolder: data ? resolve(data) : findDataFolder(demo),
    keyFile: keyFile && resolve(keyFile),
    port: port && /^\d{1,5}$/.test(port) ? Number(port) : undefined,
  };
}
