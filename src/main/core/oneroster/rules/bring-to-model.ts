import type { BundleFile, BundleFinding } from '#contract/oneroster.ts';
import { finder, type FileToCheck, type Find } from './check-file.ts';
import { checkReferences } from './check-references.ts';
import { checkValue } from './check-value.ts';
import type { Manifest } from './check-manifest.ts';
import { droppedColumn, extensionsOf, format12, type BundleColumn, type BundleRecord } from './format.ts';
import { emptyBundle, makeRecord, splitList, type Bundle } from './model.ts';

/**
 * Brings the files of either version to the records of 1.2. Columns are found by their name, so that a wrong order, missing optional columns
 * and blank lines do no harm; whatever cannot be taken over is told, a row without what it needs is told and left out.
 */
export function bringToModel(manifest: Manifest, files: readonly FileToCheck[], findings: BundleFinding[]): Bundle {
  const bundle = emptyBundle();
  bundle.version = manifest.version;
  bundle.source = { systemName: manifest.systemName, systemCode: manifest.systemCode };
  for (const each of files) {
    bundle.modes[each.file] = each.mode;
    const rows = readRows(each, finder(each.file, findings));
    if (each.file === 'users' && manifest.version === '1.1') takeOldUsers(bundle, rows, each.mode);
    else fill(bundle, each.file, rows);
  }
  for (const [name, mode] of manifest.modes) {
    if (mode !== 'absent' && !Object.hasOwn(format12, name)) finder(name, findings)(null, null, 'notRead', { value: `${name}.csv` });
  }
  checkReferences(files, (file) => finder(file, findings));
  return bundle;
}

type Row = Record<string, string>;

function fill<F extends BundleFile>(bundle: Bundle, file: F, rows: readonly Row[]): void {
  const list: BundleRecord<F>[] = bundle.records[file];
  for (const row of rows) list.push(makeRecord(file, row as Partial<Record<BundleColumn<F>, string>>));
}

function readRows({ file, columns: ofVersion, csv, mode }: FileToCheck, find: Find): Row[] {
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
  return lines.flatMap(({ line, cells }) => {
    if (cells.slice(places.length).some((cell) => cell !== '')) find(line, null, 'cellCount', { expected: places.length, found: cells.length });
    const row: Row = {};
    for (const [name, rule] of Object.entries(columns)) {
      const i = places.indexOf(name);
      const raw = i < 0 ? '' : cells[i] ?? '';
      const value = rule.type === 'flag' ? raw.trim().toLowerCase() : rule.type === 'text' ? raw : raw.trim();
      const key = value === '' ? null : checkValue(rule, value);
      if (key) find(line, name, key, { value });
      row[name] = key ? '' : value;
    }
    const id = row.sourcedId ?? '';
    // A row that a delta takes away may say nothing but which.
    const lacks = row.status === 'tobedeleted' && mode === 'delta' ? (id === '' ? ['sourcedId'] : []) : Object.keys(columns).filter((name) => columns[name]?.required && row[name] === '');
    for (const name of lacks) find(line, name, 'required');
    if (id !== '' && seen.has(id)) find(line, 'sourcedId', 'sourcedIdTwice', { value: id });
    const keep = id !== '' && !seen.has(id) && !lacks.some((name) => neverEmpty.has(name) && !(file === 'users' && name === 'role'));
    seen.add(id);
    return keep ? [row] : [];
  });
}

/** Without these a row says nothing (but a user of 1.1 with a role that nobody knows is still a person). Other required values are told where they are missing, and done without. */
const neverEmpty: ReadonlySet<string> = new Set([
  'sourcedId', 'familyName', 'givenName', 'courseSourcedId', 'classSourcedId', 'userSourcedId', 'lineItemSourcedId', 'studentSourcedId', 'startDate', 'endDate', 'title', 'name', 'role',
]);

/** In 1.1 a user has one role, in one or more organisations, in the row itself. An administrator there is one of the school's. */
function takeOldUsers(bundle: Bundle, rows: readonly Row[], mode: Bundle['modes']['users']): void {
  for (const row of rows) {
    const orgs = splitList(row.orgSourcedIds ?? '');
    const { sourcedId = '', status = '', dateLastModified = '', role = '' } = row;
    bundle.records.users.push(makeRecord('users', { ...row, primaryOrgSourcedId: orgs[0] ?? '' }));
    if (role !== '') orgs.forEach((orgSourcedId, i) => bundle.records.roles.push(makeRecord('roles', {
      sourcedId: `${sourcedId}:${orgSourcedId}`, status, dateLastModified, userSourcedId: sourcedId, orgSourcedId,
      roleType: i === 0 ? 'primary' : 'secondary', role: role === 'administrator' ? 'siteAdministrator' : role,
    })));
  }
  bundle.modes.roles = mode;
}
