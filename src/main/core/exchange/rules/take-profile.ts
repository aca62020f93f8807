import type { ImportMapping, ImportSource } from '#contract/exchange.ts';
import type { ImportOptions } from '#contract/import-options.ts';
import { profileContent, type ProfileContent } from '#contract/import-profiles.ts';
import type { ImportField, ImportTarget } from '#contract/import-targets.ts';
import { areColumnsBy, countImported, missingHeadings } from './profile-columns.ts';

/** How a file is read. */
export interface Reading { target: ImportTarget; source: Pick<ImportSource, 'encoding' | 'delimiter'>; header: readonly string[]; mapping: ImportMapping; options: ImportOptions }

/**
 * Fields that say who somebody is or how to reach them: what was said of them mends a file and means nothing in the next. A profile outlives the
 * person's records and may leave the school, so it must not hold it.
 */
const ofOnePerson: readonly ImportField[] = [
  'studentNo', 'fullName', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred', 'birthDate', 'nationalId', 'email', 'phone', 'mobile', 'address',
  'guardianFamily', 'guardianGiven', 'guardianPhone', 'guardianMobile', 'guardianEmail',
];
/** Fields of free text: one and the same for all rows it is about nobody, but as it stands in a row it is about that one. */
const freeTexts: readonly ImportField[] = ['comment', 'note', 'documentTitle', 'documentNote', 'file'];

const without = <V>(byField: Partial<Record<ImportField, V>>, left: readonly ImportField[]) => Object.fromEntries(Object.entries(byField).filter(([field]) => !left.includes(field as ImportField)));

/** What of a file's reading can be the same for another file; null where no column that is imported has a heading to be known by. */
export function takeProfile({ target, source, header, mapping, options }: Reading): ProfileContent | null {
  const columns = header.flatMap((heading, at) => (heading === '' ? [] : [{ heading, field: mapping[at] ?? null, marks: options.wide?.[at] ?? null }]));
  if (target === 'oneRoster' || columns.every(({ field, marks }) => field === null && marks === null)) return null;
  const translations = without(options.translations, [...ofOnePerson, ...freeTexts]), defaults = without(options.defaults, ofOnePerson);
  return profileContent.parse({ target, columns, options: { ...options, translations, defaults }, source: { encoding: source.encoding, delimiter: source.delimiter } });
}

/** Whether a file is read as a profile says, as far as it knows its columns. */
export function isReadBy(profile: ProfileContent, reading: Reading): boolean {
  if (reading.target !== profile.target || !areColumnsBy(profile.columns, reading.header, reading.mapping, reading.options.wide ?? {})) return false;
  const taken = takeProfile(reading);
  return taken !== null && JSON.stringify(taken.options) === JSON.stringify(profile.options);
}

/** Whether a profile made of a file would say what this one says: it is read so, it lacks nothing, and no other column of it is imported. */
export function isSameAs(profile: ProfileContent, reading: Reading): boolean {
  const imported = countImported(takeProfile(reading)?.columns ?? []);
  return isReadBy(profile, reading) && missingHeadings(profile.columns, reading.header).length === 0 && imported === countImported(profile.columns);
}
