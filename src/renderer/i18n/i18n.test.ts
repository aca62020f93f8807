import { describe, expect, it } from 'vitest';
import { errorCodes } from '#contract/errors.ts';
import { contract, procedureNames } from '#contract/index.ts';
import * as schema from '../../main/core/store/schema/index.ts';
import { getTableName, is, Table } from 'drizzle-orm';
import { el } from './el.ts';
import { en } from './en.ts';

function flatten(texts: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}/`)) flat.set(path, text);
  }
  return flat;
}

const english = flatten(en);
const greek = flatten(el);
const slots = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe('the texts', () => {
  it('exist in both languages under the same keys', () => {
    expect([...greek.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty and hold the same slots', () => {
    for (const [key, text] of english) {
      const other = greek.get(key) ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
      expect(slots(other), key).toEqual(slots(text));
    }
  });

  it('are Greek in Greek: only names, units and forms are the same as in English', () => {
    const same = [...english].filter(([key, text]) => text === greek.get(key) && /[A-Za-z]{3}/.test(text.replace(/\{\{.*?\}\}/g, ''))).map(([key]) => key);
    const allowed = /appName|history\/program|language\/|email|usernameExample|nameElExample|nameEnExample|termNames|\/(KB|MB|B)$|formats?\/|encoding\/|export\/(xlsx|csv)$|\/(gpa|ects|gpaLine)$/;
    expect(same.filter((key) => !allowed.test(key))).toEqual([]);
  });

  it('name every plural form that a language has', () => {
    for (const key of english.keys()) {
      if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true);
    }
  });

  it('say what every command did', () => {
    const commands = procedureNames.filter((name) => contract[name].kind === 'command');
    expect(commands.filter((name) => !(name in en.procedures))).toEqual([]);
    expect(Object.keys(en.procedures).filter((name) => !(name in contract))).toEqual([]);
  });

  it('explain every error code', () => {
    expect(errorCodes.filter((code) => !(code in en.errors))).toEqual([]);
  });

  it('explain every message of the contract\'s schemas', () => {
    const keys = ['required', 'tooLong', 'passwordTooShort', 'usernameForm', 'endBeforeStart', 'outsideYear', 'termsOverlap', 'emailForm', 'timeForm'];
    expect(keys.filter((key) => !(key in en.errors))).toEqual([]);
  });

  it('name every journaled table', () => {
    const tables = Object.values(schema).filter((value) => is(value, Table)).map((table) => getTableName(table));
    expect(tables.filter((table) => !schema.notJournaled.includes(table) && !(table in en.entities))).toEqual([]);
  });
});
