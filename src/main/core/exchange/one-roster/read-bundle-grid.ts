import { bundleFiles, type BundleFile, type BundleFinding } from '#contract/oneroster.ts';
import { ownColumns, readBundleRows, type BundleRows } from '../../oneroster/index.ts';
import type { Pace } from '../../readers/index.ts';
import type { Cells } from '../rules/detect-header.ts';

/** Where a row of a bundle stands. */
export interface Place { file: BundleFile; line: number }

/** A bundle as one table: a row for each record of each file, the file in the first column, then every column that some file has. */
export interface BundleGrid {
  grid: Cells;
  /** By row of the table, from 0; null for the header. */
  places: readonly (Place | null)[];
  version: BundleRows['version']; systemName: string;
  /** By what the system is known from one bundle to the next. */
  source: string;
  modes: BundleRows['modes'];
  findings: BundleFinding[];
}

/** The columns of that table. */
export const bundleHeader: readonly string[] = ['file', ...new Set(bundleFiles.flatMap((file) => Object.keys(ownColumns(file))))];
const columnsByFile = new Map(bundleFiles.map((file) => [file, Object.keys(ownColumns(file)).map((name) => [name, bundleHeader.indexOf(name)] as const)]));

/** The places of a file's columns in that table. */
export const columnsOfFile = (file: BundleFile): number[] => (columnsByFile.get(file) ?? []).map(([, column]) => column);

/** A record as it stands in a row of the table. */
export function recordAt(grid: Cells, row: number, file: BundleFile): Record<string, string> {
  return Object.fromEntries((columnsByFile.get(file) ?? []).map(([name, column]) => [name, grid.cell(row, column)]));
}

const guardianRoles: ReadonlySet<string> = new Set(['parent', 'guardian', 'relative']);

/** Reads a bundle as a table. Guardians come behind the students whom they belong to, divisions behind the classes. */
export async function readBundleGrid(bytes: Uint8Array, pace: Pace): Promise<BundleGrid> {
  const { version, source, modes, rows, findings } = await readBundleRows(bytes, pace);
  const others = new Set<string>(), guardians = new Set<string>();
  for (const { file, values } of rows) if (file === 'roles') (guardianRoles.has(values.role ?? '') ? guardians : others).add(values.userSourcedId ?? '');
  const isGuardian = ({ file, values }: (typeof rows)[number]) => file === 'users' && guardians.has(values.sourcedId ?? '') && !others.has(values.sourcedId ?? '');
  const firstRole = rows.findIndex(({ file }) => bundleFiles.indexOf(file) > bundleFiles.indexOf('users'));
  const before = firstRole < 0 ? rows : rows.slice(0, firstRole), after = firstRole < 0 ? [] : rows.slice(firstRole);
  // Whoever moves to another division takes the classes along, which have to be there by then.
  const homerooms = new Set(rows.flatMap(({ file, values }) => (file === 'classes' && values.classType === 'homeroom' ? values.sourcedId ?? '' : [])));
  const rank = ({ file, values }: (typeof rows)[number]) => bundleFiles.indexOf(file) + (file === 'enrollments' && homerooms.has(values.classSourcedId ?? '') ? 0.5 : 0);
  const ordered = [...before.filter((row) => !isGuardian(row)), ...before.filter(isGuardian), ...after.toSorted((a, b) => rank(a) - rank(b))];
  const grid: Cells = {
    rows: ordered.length + 1, columns: bundleHeader.length,
    cell(row, column) {
      const name = bundleHeader[column] ?? '';
      if (row === 0) return name;
      const record = ordered[row - 1];
      return column === 0 ? record?.file ?? '' : record?.values[name] ?? '';
    },
  };
  return {
    grid, places: [null, ...ordered.map(({ file, line }) => ({ file, line }))], version, systemName: source.systemName, modes, findings,
    source: source.systemCode || source.systemName || 'oneRoster',
  };
}
