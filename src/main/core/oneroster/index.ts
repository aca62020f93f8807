export { checkBundle } from './check-bundle.ts';
export { readBundle } from './read-bundle.ts';
export type { BundleRecord } from './rules/format.ts';
export { emptyBundle, joinList, makeRecord, splitList, type Bundle } from './rules/model.ts';
export { writeBundle } from './write-bundle.ts';
export { writeSchool, type SchoolBundle } from './school/write-school.ts';
