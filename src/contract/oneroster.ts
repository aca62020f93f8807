import { z } from 'zod';

/** The data files of a OneRoster bundle that Rollbook reads and writes, in the order in which they refer to each other. */
export const bundleFiles = [
  'academicSessions', 'orgs', 'courses', 'classes', 'users', 'roles', 'enrollments', 'demographics', 'categories', 'lineItems', 'results',
] as const;
export type BundleFile = (typeof bundleFiles)[number];

/** What Rollbook calls itself in the bundles that it writes. */
export const systemName = 'Rollbook';

/** What can be wrong with a bundle. Sentences in both languages: `oneRoster:findings.<key>`. */
export const bundleFindingKeys = [
  'inFolder', 'unknownFile', 'fileTwice', 'manifestMissing', 'manifestHeader', 'manifestTwice', 'manifestLacks', 'manifestUnknown', 'manifestValue',
  'manifestVersion', 'oneRosterVersion', 'fileMissing', 'fileNotAnnounced', 'notRead', 'noRows', 'notUtf8', 'lineBreakInField', 'badQuotes', 'unclosedQuote',
  'headerMissing', 'headerOrder', 'unknownColumn', 'cellCount', 'required', 'badEnumeration', 'badDate', 'badDateTime', 'badNumber', 'badYear',
  'sourcedIdTwice', 'refersToNothing', 'blankInBulk', 'endsBeforeStart',
] as const;
export type BundleFindingKey = (typeof bundleFindingKeys)[number];

/** One thing that is wrong, and where. `line` counts records from 1, header included; null: the file as a whole. */
export const bundleFinding = z.object({
  file: z.string(), line: z.number().int().nullable(), column: z.string().nullable(),
  key: z.enum(bundleFindingKeys), params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type BundleFinding = z.infer<typeof bundleFinding>;
