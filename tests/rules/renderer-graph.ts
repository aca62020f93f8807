import { basename, dirname, posix } from 'node:path';
import { isTest, readSources } from './sources.ts';

const statement = /^import\s+(?!type\b)(?:(\w+)(?:\s*,\s*)?)?(?:\{([^}]*)\})?\s*from\s+'(\.[^']+)'/gm;
const lazy = /import\('(\.[^']+)'\)/g;
const handsOn = /^export\s+(?!type\b)\{([^}]*)\}\s*from\s+'(\.[^']+)'/gm;
const modules = /const (\w+) = \(\) => import\('(\.[^']+)'\)/g;
const route = /under\('([^']+)'\)[\s\S]*?component: (?:lazyRouteComponent\((\w+), '(\w+)'\)|(\w+))/g;

/** The names in braces that are more than types, as their own file calls them. */
const namesIn = (list = ''): string[] => list.split(',').map((item) => item.trim()).filter((item) => item && !item.startsWith('type ')).map((item) => item.split(' as ')[0] ?? '');

/** The renderer's files, which of them use which, and the addresses of its screens. */
export interface RendererGraph {
  files: ReadonlyMap<string, string>;
  /** Who imports something of a file, directly or from the index that hands it on. Screens are imported by nobody: they have an address. */
  usersOf: (path: string) => readonly string[];
  /** The address of a screen, by its file. */
  addressOf: ReadonlyMap<string, readonly string[]>;
}

/** Reads how the renderer hangs together, name by name, so that who uses one part of an index does not count as using the others. */
export function readRendererGraph(): RendererGraph {
  const files = new Map(readSources().filter(({ path }) => path.startsWith('renderer/') && !isTest(path)).map(({ path, text }) => [path, text]));
  const at = (from: string, specifier: string) => posix.join(dirname(from), specifier);
  /** The file in which a name is made: an index only hands it on. */
  function homeOf(path: string, name: string): string {
    if (!basename(path).startsWith('index.')) return path;
    for (const [, list, specifier = ''] of (files.get(path) ?? '').matchAll(handsOn)) if (namesIn(list).includes(name)) return homeOf(at(path, specifier), name);
    return path;
  }

  const users = new Map<string, Set<string>>();
  const use = (from: string, path: string) => users.set(path, (users.get(path) ?? new Set()).add(from));
  const addressOf = new Map<string, string[]>();
  for (const [from, text] of files) {
    if (basename(from).startsWith('index.')) continue;
    if (from === 'renderer/app/router.tsx') {
      const imported = new Map([...text.matchAll(modules)].map(([, name = '', specifier = '']) => [name, at(from, specifier)]));
      const named = new Map([...text.matchAll(statement)].flatMap(([, , list, specifier = '']) => namesIn(list).map((name) => [name, at(from, specifier)] as const)));
      for (const [, address = '', module, page, own = ''] of text.matchAll(route)) {
        const [name, path] = module && page ? [page, imported.get(module)] : [own, named.get(own)];
        if (!path) throw new Error(`the screen of ${address} is not found`);
        const home = homeOf(path, name);
        addressOf.set(home, [...(addressOf.get(home) ?? []), address]);
      }
      continue;
    }
    for (const [, whole, list, specifier = ''] of text.matchAll(statement)) {
      for (const name of [...(whole ? [whole] : []), ...namesIn(list)]) use(from, homeOf(at(from, specifier), name));
    }
    for (const [, specifier = ''] of text.matchAll(lazy)) use(from, at(from, specifier));
  }
  return { files, usersOf: (path) => [...(users.get(path) ?? [])], addressOf };
}
