import { expect, test } from 'vitest';
import { isTest, readSources } from './sources.ts';

const attributes = /\s(?:label|title|placeholder|description|alt|aria-label|aria-description|tooltip)="([^"]*\p{L}{2,}[^"]*)"/gu;
// Text between two tags: not an expression, and more than a sign.
const between = />([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)<\/?[A-Za-z]/gu;

/** Drops comments and type parameters, which look like tags to a pattern. */
function strip(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').replace(/=>|\s[<>]=?\s/g, '');
}

test('screens hold no words of their own: every text comes from the translations', () => {
  const found = readSources()
    .filter(({ path }) => path.startsWith('renderer/') && path.endsWith('.tsx') && !isTest(path))
    .flatMap(({ path, text }) => {
      const code = strip(text);
      return [...code.matchAll(attributes), ...code.matchAll(between)].map(([, words]) => `${path}: ${words?.trim()}`);
    });
  expect(found).toEqual([]);
});
