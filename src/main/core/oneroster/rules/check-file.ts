import { type BundleFile, type BundleFinding, type BundleFindingKey } from '#contract/oneroster.ts';
import { checkValue } from './check-value.ts';
import type { FieldRule } from './format.ts';
import type { FileMode } from './model.ts';
import type { ParsedCsv } from './parse-csv.ts';

export interface FileToCheck { file: BundleFile; mode: FileMode; columns: Readonly<Record<string, FieldRule>>; csv: ParsedCsv }
export type Find = (line: number | null, column: string | null, key: BundleFindingKey, params?: Record<string, string | number>) => void;

/** Notes findings of one file in a list. */
export const finder = (file: string, findings: BundleFinding[]): Find => (line, column, key, params = {}) => void findings.push({ file, line, column, key, params });

/** Everything that can be said of one data file by itself. */
export function checkFile({ mode, columns, csv }: FileToCheck, find: Find): void {
  for (const { line, key } of csv.problems) find(line, null, key);
  const [header, ...rows] = csv.rows;
  if (!header) return find(null, null, 'headerMissing');
  if (!checkHeader(header.cells, columns, find)) return;
  if (rows.length === 0) find(null, null, 'noRows');
  const seen = new Set<string>();
  const names = Object.keys(columns);
  for (const { line, cells } of rows) {
    if (cells.length !== header.cells.length) {
      find(line, null, 'cellCount', { expected: header.cells.length, found: cells.length });
      continue;
    }
    names.forEach((name, i) => checkCell({ name, rule: columns[name], value: cells[i] ?? '', mode }, line, find));
    const id = cells[0] ?? '';
    if (id !== '' && seen.has(id)) find(line, 'sourcedId', 'sourcedIdTwice', { value: id });
    seen.add(id);
    checkSpan(names, cells, line, find);
  }
}

/** The columns of the version in their order, then `metadata.*` and nothing else, none of them twice. */
function checkHeader(header: readonly string[], columns: Readonly<Record<string, FieldRule>>, find: Find): boolean {
  const names = Object.keys(columns);
  const missing = names.filter((name) => !header.includes(name));
  for (const name of missing) find(1, name, 'headerMissing');
  if (missing.length > 0) return false;
  const wrong = names.find((name, i) => header[i] !== name);
  if (wrong !== undefined) find(1, wrong, 'headerOrder');
  header.slice(names.length).forEach((name, i, extensions) => {
    if (!name.startsWith('metadata.') || extensions.indexOf(name) !== i) find(1, name, 'unknownColumn', { value: name });
  });
  return wrong === undefined;
}

function checkCell({ name, rule, value, mode }: { name: string; rule: FieldRule | undefined; value: string; mode: FileMode }, line: number, find: Find): void {
  if (!rule) return;
  const isState = name === 'status' || name === 'dateLastModified';
  if (isState && mode === 'bulk' && value !== '') return find(line, name, 'blankInBulk');
  if (value === '') {
    if (rule.required || (isState && mode === 'delta')) find(line, name, 'required');
    return;
  }
  const key = checkValue(rule, value);
  if (key) find(line, name, key, { value });
}

const spans = [['startDate', 'endDate'], ['beginDate', 'endDate']] as const;

function checkSpan(names: readonly string[], cells: readonly string[], line: number, find: Find): void {
  for (const [from, until] of spans) {
    const start = cells[names.indexOf(from)] ?? '', end = cells[names.indexOf(until)] ?? '';
    if (start !== '' && end !== '' && end < start) find(line, until, 'endsBeforeStart');
  }
}
