import { bundleFiles, type BundleFile, type BundleFinding } from '#contract/oneroster.ts';
import { finder, type FileToCheck, type Find } from './check-file.ts';
import { checkReferences } from './check-references.ts';
import { checkValue } from './check-value.ts';
import type { Manifest } from './check-manifest.ts';
import { droppedColumn, extensionsOf, format12, type BundleColumn, type BundleRecord, type FieldRule } from './format.ts';
import { emptyBundle, makeRecord, splitList, type Bundle, type FileMode } from './model.ts';

/** A row of a file by its columns of 1.2, as it stands there, and what is wrong with it. */
export interface BundleRow { file: BundleFile; line: number; values: Readonly<Record<string, string>>; isUsable: boolean }

/**
 * Brings the files of either version to the records of 1.2. Columns are found by their name, so that a wrong order, missing optional columns
 * and blank lines do no harm; whatever cannot be taken over is told, a row without what it needs is told and left out.
 */
export function bringToModel(manifest: Manifest, files: readonly FileToCheck[], findings: BundleFinding[]): Bundle {
  const bundle = emptyBundle();
  bundle.version = manifest.version;
  bundle.source = { systemName: manifest.systemName, systemCode: manifest.systemCode };
  for (const { file, values, isUsable } of bringToRows(manifest, files, findings)) if (isUsable) put(bundle, file, values);
  for (const { file, mode } of files) bundle.modes[file] = mode;
  if (bundle.version === '1.1') bundle.modes.roles = bundle.modes.users;
  return bundle;
}

/** The rows of all files, those that cannot be used as well, in the order of the files. */
export function bringToRows(manifest: Manifest, files: readonly FileToCheck[], findings: BundleFinding[]): BundleRow[] {
  const rows = files.flatMap((each) => {
    const read = readRows(each, finder(each.file, findings));
    return each.file === 'users' && manifest.version === '1.1' ? read.flatMap(splitOldUser) : read;
  });
  for (const [name, mode] of manifest.modes) {
    if (mode !== 'absent' && !Object.hasOwn(format12, name)) finder(name, findings)(null, null, 'notRead', { value: `${name}.csv` });
  }
  checkReferences(files, (file) => finder(file, findings));
  // The roles of users of 1.1 come behind the users.
  return rows.map((row, i) => ({ row, i })).sort((a, b) => bundleFiles.indexOf(a.row.file) - bundleFiles.indexOf(b.row.file) || a.i - b.i).map(({ row }) => row);
}

type Row = Record<string, string>;

function put<F extends BundleFile>(bundle: Bundle, file: F, values: Readonly<Row>): void {
  const list: BundleRecord<F>[] = bundle.records[file];
  list.push(makeRecord(file, values as Partial<Record<BundleColumn<F>, string>>));
}

function readRows({ file, columns: ofVersion, csv, mode }: FileToCheck, find: Find): BundleRow[] {
  const columns = { ...ofVersion, ...extensionsOf(file) };
  for (const { line, key } of csv.problems) if (key !== 'lineBreakInField') find(line, null, key);
  const [header, ...lines] = csv.rows;
  if (!header) {
    find(null, null, 'headerMissing');
    return [];
  }
  const places = header.cells.map((name) => name.trim());
  places.forEach((name, i) => {
    if (!Object.hasOwn(columns, name) || places.indexOf(name) !== i || name === droppedColumn) find(1, name, 'unknownColumn', { value: name });
  });
  const seen = new Set<string>();
  return lines.map(({ line, cells }) => {
    if (cells.slice(places.length).some((cell) => cell !== '')) find(line, null, 'cellCount', { expected: places.length, found: cells.length });
    const values: Row = {};
    const bad = new Set<string>();
    for (const [name, rule] of Object.entries(columns)) {
      const i = places.indexOf(name);
      const raw = i < 0 ? '' : cells[i] ?? '';
      const value = rule.type === 'flag' ? raw.trim().toLowerCase() : rule.type === 'text' ? raw : raw.trim();
      const key = value === '' ? null : checkValue(rule, value);
      if (key) {
        find(line, name, key, { value });
        bad.add(name);
      }
      values[name] = key ? '' : value;
    }
    const id = values.sourcedId ?? '';
    const lacks = lacking(columns, values, mode);
    // Of a value that cannot be read enough was said.
    for (const name of lacks) if (!bad.has(name)) find(line, name, 'required');
    if (id !== '' && seen.has(id)) find(line, 'sourcedId', 'sourcedIdTwice', { value: id });
    const isUsable = id !== '' && !seen.has(id) && !lacks.some((name) => isNeeded(file, name));
    seen.add(id);
    return { file, line, values, isUsable };
  });
}

/** The required columns that a row leaves empty. A row that a delta takes away may say nothing but which. */
const lacking = (columns: Readonly<Record<string, FieldRule>>, values: Readonly<Row>, mode: FileMode): string[] =>
  values.status === 'tobedeleted' && mode === 'delta' ? (values.sourcedId === '' ? ['sourcedId'] : []) : Object.keys(columns).filter((name) => columns[name]?.required && (values[name] ?? '') === '');

/** Whether a row of a file says nothing without a column. */
export const isNeeded = (file: BundleFile, column: string): boolean => neverEmpty.has(column) && !(file === 'users' && column === 'role');

/** Without these a row says nothing (but a user of 1.1 with a role that nobody knows is still a person). Other required values are told where they are missing, and done without. */
const neverEmpty: ReadonlySet<string> = new Set([
  'sourcedId', 'familyName', 'givenName', 'courseSourcedId', 'classSourcedId', 'userSourcedId', 'lineItemSourcedId', 'studentSourcedId', 'startDate', 'endDate', 'title', 'name', 'role',
]);

/** In 1.1 a user has one role, in one or more organisations, in the row itself. An administrator there is one of the school's. */
function splitOldUser(row: BundleRow): BundleRow[] {
  const { sourcedId = '', status = '', dateLastModified = '', role = '', orgSourcedIds = '' } = row.values;
  const orgs = splitList(orgSourcedIds);
  const user: BundleRow = { ...row, values: { ...row.values, primaryOrgSourcedId: orgs[0] ?? '' } };
  if (role === '' || !row.isUsable) return [user];
  return [user, ...orgs.map((orgSourcedId, i): BundleRow => ({
    file: 'roles', line: row.line, isUsable: true, values: {
      sourcedId: `${sourcedId}:${orgSourcedId}`, status, dateLastModified, userSourcedId: sourcedId, orgSourcedId,
      roleType: i === 0 ? 'primary' : 'secondary', role: role === 'administrator' ? 'siteAdministrator' : role,
    },
  }))];
}
