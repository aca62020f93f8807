import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';

/** One source file, and what it imports: a path below `src/` for our own files, else the package's name. */
export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  imports: string[];
}

const root = join(import.meta.dirname, '..', '..');
const importPattern = /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#contract/')) return specifier.replace('#contract/', 'contract/');
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Reads every source file below `src/`, with paths like `main/core/people/repo.ts`. */
export function readSources(): SourceFile[] {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = relative(folder, join(folder, name)).split(sep).join('/');
      const text = readFileSync(join(folder, name), 'utf8');
      const imports = [...text.matchAll(importPattern)].map(([, fixed, lazy]) => resolveImport(path, fixed ?? lazy ?? ''));
      return { path, text, lines: text.split('\n').length - 1, imports };
    });
}

/** Whether a file is a test or helps one. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || basename(path).startsWith('testing');

/** The first folders of a path: `area('main/core/people/repo.ts', 2)` is `main/core`. */
export const area = (path: string, depth: number): string => path.split('/').slice(0, depth).join('/');
