import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemWords } from './problem-words.ts';

describe('the words for what is wrong with a row', () => {
  it.each(['el', 'en'] as const)('are those of the screens in %s', (language) => {
    const screens = JSON.parse(readFileSync(`src/renderer/i18n/${language}/exchange.json`, 'utf8')) as unknown;
    expect(screens).toMatchObject({ problem: problemWords[language].problem, field: problemWords[language].field });
  });
});
