import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findDataFolder, readOptions } from './options.ts';

test('a command line is read, with switches of Chromium among it', () => {
  expect(readOptions(['--no-sandbox', '.', '--demo', '--data', 'here', '--key-file', 'key', '--port', '0', '--remote-debugging-port=1']))
    .toEqual({ demo: true, verify: false, dataFolder: resolve('here'), keyFile: resolve('key'), port: 0 });
});

test('without one, the data lies where this system keeps the data of applications, the demonstration apart', () => {
  expect(readOptions([])).toMatchObject({ demo: false, dataFolder: findDataFolder(false), keyFile: undefined, port: undefined });
  expect(findDataFolder(false)).not.toBe(findDataFolder(true));
  expect(findDataFolder(true, 'linux', { XDG_DATA_HOME: '/data' })).toBe('/data/Rollbook Demo');
});

test('a check of the journal is asked for by a switch', () => {
  expect(readOptions(['--verify']).verify).toBe(true);
});
