import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/contract/errors.ts';
import { bundleFindingKeys } from '../../src/contract/oneroster.ts';

/** Every key that the core, the doors or the contract may answer with, found in their sources. */
const used = new Set<string>(errorCodes);
for (const file of globSync('src/{main,contract}/**/*.ts').filter((name) => !name.endsWith('.test.ts'))) {
  const text = readFileSync(file, 'utf8');
  for (const [, key] of text.matchAll(/messageKey: '([\w.]+)'/g)) if (key) used.add(key);
  if (file.endsWith('rules-failures.ts')) for (const [, key] of text.matchAll(/'((?:folder|mail|runAs)[A-Z]\w+)'/g)) if (key) used.add(key);
  for (const [, key] of text.matchAll(/wrong\('\w+', '(\w+)'/g)) if (key) used.add(key);
}

const reach = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (typeof node === 'object' && node !== null ? Reflect.get(node, part) : undefined), tree);

describe('what can go wrong', () => {
  it.each(['en', 'el'])('has a sentence in %s', (language) => {
    const texts: unknown = JSON.parse(readFileSync(`src/renderer/i18n/${language}/errors.json`, 'utf8'));
    expect([...used].filter((key) => typeof reach(texts, key) !== 'string')).toEqual([]);
  });

  it.each(['en', 'el'])('with a bundle of OneRoster has a sentence in %s', (language) => {
    const texts: unknown = JSON.parse(readFileSync(`src/renderer/i18n/${language}/oneroster.json`, 'utf8'));
    expect(bundleFindingKeys.filter((key) => typeof reach(texts, `findings.${key}`) !== 'string')).toEqual([]);
  });
});
