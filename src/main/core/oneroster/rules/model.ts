import { bundleFiles, type BundleFile } from '#contract/oneroster.ts';
import { ownColumns, type BundleColumn, type BundleRecord, type BundleVersion } from './format.ts';

export type FileMode = 'bulk' | 'delta' | 'absent';

/** What a bundle says, whichever version it is written in: the records of 1.2. */
export interface Bundle {
  version: BundleVersion;
  source: { systemName: string; systemCode: string };
  modes: Record<BundleFile, FileMode>;
  records: { [F in BundleFile]: BundleRecord<F>[] };
}

/** A bundle without records. */
export function emptyBundle(): Bundle {
  return {
    version: '1.2', source: { systemName: '', systemCode: '' },
    modes: { academicSessions: 'absent', orgs: 'absent', courses: 'absent', classes: 'absent', users: 'absent', roles: 'absent', enrollments: 'absent', demographics: 'absent', categories: 'absent', lineItems: 'absent', results: 'absent' },
    records: { academicSessions: [], orgs: [], courses: [], classes: [], users: [], roles: [], enrollments: [], demographics: [], categories: [], lineItems: [], results: [] },
  };
}

/** A record with all its columns, those that are not given empty. */
export function makeRecord<F extends BundleFile>(file: F, values: Partial<Record<BundleColumn<F>, string>>): BundleRecord<F> {
  // Every column of the file is set, which the type of the loop cannot know.
  return Object.fromEntries(Object.keys(ownColumns(file)).map((column) => [column, (values as Record<string, string>)[column] ?? ''])) as BundleRecord<F>;
}

/** The parts of a cell that is a list. */
export const splitList = (cell: string): string[] => cell.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** A list as one cell. */
export const joinList = (parts: readonly string[]): string => parts.join(',');

/** Whether a file of this name is one that Rollbook reads. */
export const isBundleFile = (name: string): name is BundleFile => (bundleFiles as readonly string[]).includes(name);
