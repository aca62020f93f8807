import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { area, isTest, readSources, type SourceFile } from './sources.ts';

const all = readSources();
const sources = all.filter(({ path }) => !isTest(path));
const below = (folder: string): SourceFile[] => sources.filter(({ path }) => path.startsWith(folder));
const own = (name: string): boolean => /^(contract|main|preload|renderer)\//.test(name);

/** Every import of these files that the rule refuses, as `file -> import`. */
function offences(files: SourceFile[], refused: (imported: string, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) => file.imports.filter((name) => refused(name, file)).map((name) => `${file.path} -> ${name}`));
}

describe('layers', () => {
  test('there are sources to check', () => expect(sources.length).toBeGreaterThan(50));

  test('the contract imports zod and itself', () => {
    expect(offences(below('contract/'), (name) => name !== 'zod' && !name.startsWith('contract/'))).toEqual([]);
  });

  test('the core knows neither Electron nor doors nor pages', () => {
    expect(offences(below('main/core/'), (name) =>
      name.startsWith('electron') || (own(name) && !/^(contract|main\/core)\//.test(name)))).toEqual([]);
  });

  test("a domain never reaches into another domain's repositories and handlers", () => {
    // The kernel is where they all come together.
    expect(offences(below('main/core/').filter(({ path }) => !path.startsWith('main/core/kernel/')), (name, { path }) =>
      /^main\/core\/(?!kernel)[\w-]+\/(.+\/)?(repo|handlers)[\w-]*\.ts$/.test(name) && area(name, 3) !== area(path, 3))).toEqual([]);
  });

  test('rules are pure: contract, rules and arithmetic', () => {
    const rules = below('main/core/').filter(({ path }) => basename(path).startsWith('rules') || path.includes('/rules/'));
    const allowed = (name: string): boolean =>
      name.startsWith('contract/') || basename(name).startsWith('rules') || name.includes('/rules/') || ['zod', 'node:crypto'].includes(name)
      || (own(name) && !/\/(repo|handlers|index)[\w-]*\.ts$|main\/core\/(store|kernel|journal)\//.test(name));
    expect(offences(rules, (name) => !allowed(name))).toEqual([]);
  });

  test('hub and desktop know the core by its interface only, and not each other', () => {
    const allowed = (name: string, door: string): boolean =>
      name === 'main/core/kernel/core.ts' || name.startsWith('contract/') || name.startsWith('main/doors/') || name.startsWith(`main/${door}/`);
    for (const door of ['hub', 'desktop', 'doors']) {
      expect(offences(below(`main/${door}/`), (name) => own(name) && !allowed(name, door))).toEqual([]);
    }
  });

  test('only the desktop, the preload script and the composition root of the window import electron', () => {
    const allowed = /^(main\/desktop\/|preload\/|main\/(boot|index)\.ts$)/;
    expect(offences(sources.filter(({ path }) => !allowed.test(path)), (name) => name === 'electron' || name.startsWith('electron-'))).toEqual([]);
  });

  test('the preload script imports electron and types of the contract', () => {
    expect(offences(below('preload/'), (name) => name !== 'electron' && !name.startsWith('contract/'))).toEqual([]);
    for (const { text } of below('preload/')) expect(text).not.toMatch(/^import (?!type).*#contract/m);
  });

  test('the renderer knows the contract and itself', () => {
    expect(offences(below('renderer/'), (name) =>
      name.startsWith('node:') || name.startsWith('electron') || (own(name) && !/^(contract|renderer)\//.test(name)))).toEqual([]);
  });

  test('features do not import each other', () => {
    expect(offences(below('renderer/features/'), (name, { path }) =>
      name.startsWith('renderer/features/') && area(name, 3) !== area(path, 3))).toEqual([]);
  });

  test('only client and platform know the bridge and the network', () => {
    const files = below('renderer/').filter(({ path }) => !/^renderer\/(client|platform)\//.test(path));
    const offenders = files.filter(({ text }) => /window\.rollbook|\bfetch\(|new WebSocket|XMLHttpRequest/.test(text));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  test('SQL stands in repositories and the store only', () => {
    // The journal works on any table, row by row: it is a part of the store, in a folder of its own.
    const allowed = /^main\/core\/(store\/|journal\/|[\w-]+\/(?:[\w-]+\/)*repo[\w-]*\.ts$)/;
    const statement = /\b(SELECT\s[\s\S]{1,300}?\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|TRIGGER|INDEX)|sql`)/;
    const offenders = below('main/').filter(({ path, text }) => !allowed.test(path) && statement.test(text));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  test('are at most 300 lines long', () => {
    expect(all.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('have kebab-case names', () => {
    expect(all.map(({ path }) => path).filter((path) => !/^[a-z0-9/-]+(\.(test|d))?\.tsx?$/.test(path))).toEqual([]);
  });

  test('call nothing that Node 20 lacks: the oldest Electron that must run the build has it inside', () => {
    const missing = /\b(Object|Map)\.groupBy\(|Promise\.(withResolvers|try)\(|Array\.fromAsync\(|\bnew Set\([^)]*\)\.(union|intersection|difference)\(/;
    expect(below('main/').concat(below('contract/')).filter(({ text }) => missing.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('use no `any`, and silence no checker', () => {
    const offenders = all.filter(({ text }) => /:\s*any\b|\bas any\b|<any>|@ts-(ignore|expect-error|nocheck)/.test(text));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});
