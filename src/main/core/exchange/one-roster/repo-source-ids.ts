import type { BundleFile } from '#contract/oneroster.ts';
import type { Reader } from '../../store/reader.ts';
import { sourceId } from '../../store/schema/index.ts';
import type { Writer } from '../../store/writer.ts';

/** What some records of another system are here, by their sourcedId, as far as that was noted. */
export function readSourceIds(db: Reader, source: string, file: BundleFile, sourcedIds: readonly string[]): Map<string, string> {
  return new Map(db.all<{ sourcedId: string; ownId: string }>(
    `SELECT s.sourcedId, s.ownId FROM json_each(@ids) j CROSS JOIN source_id s ON s.source = @source AND s.file = @file AND s.sourcedId = j.value WHERE s.deletedAt IS NULL`,
    { source, file, ids: JSON.stringify(sourcedIds) }).map((row) => [row.sourcedId, row.ownId]));
}

/** Notes what a record of another system is here. */
export function noteSourceId(db: Writer, source: string, file: BundleFile, sourcedId: string, ownId: string): void {
  db.insert(sourceId, { source, file, sourcedId, ownId });
}
