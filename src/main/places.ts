import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where the program's own files lie, whether it runs from its sources, a build or a package. */
export interface Places {
  version: string;
  /** The built renderer. */
  page: string;
  preload: string;
  migrations: string;
  resources: string;
  threadEntry: URL;
}

/** Finds them from the folder of a running entry file: upwards to the package. */
export function findPlaces(entryFolder: string): Places {
  let root = entryFolder;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const built = entryFolder.startsWith(join(root, 'out'));
  return {
    version,
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    migrations: join(root, 'migrations'),
    resources: join(root, 'resources'),
    threadEntry: pathToFileURL(join(root, built ? 'out/main/thread.js' : 'src/main/workers/thread.ts')),
  };
}
