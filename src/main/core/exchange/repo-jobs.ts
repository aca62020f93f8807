import { z } from 'zod';
import { importMapping, importSource, lateRefusal, importStates, type ImportCounts, type ImportMapping, type ImportSource } from '#contract/exchange.ts';
import type { exchangeProcedures } from '#contract/exchange.ts';
import { importOptions, noOptions, type ImportOptions } from '#contract/import-options.ts';
import { targetNames, type ImportTarget } from '#contract/import-targets.ts';
import type { Reader } from '../store/reader.ts';
import { importJob } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { LateRefusal } from './target-plan.ts';

type Summary = z.output<(typeof exchangeProcedures)['imports.list']['output']>['rows'][number];

interface StoredJob {
  id: string; rev: number; fileId: string; fileName: string; state: string; source: string | null; mapping: string | null; options: string | null; counts: string | null;
  target: string; late: string | null; undoneLines: string | null; hash: string; size: number; header: string | null; sample: string | null; failure: string | null; committedAs: number | null; undoneBy: number | null; createdAt: number; createdBy: string | null; profileId: string | null; profileName: string | null;
}

/** An import as the store keeps it, its JSON read. */
export interface ImportRecord {
  summary: Summary; fileId: string; source: ImportSource | null; mapping: ImportMapping | null; options: ImportOptions;
  header: string[]; sample: string[][]; failure: string | null; target: ImportTarget; late: LateRefusal[]; undoneLines: number[];
  /** Of the file's content: SHA-256 in hexadecimal, and bytes. */
  hash: string; size: number;
}

const stateForm = z.enum(importStates);
const countsForm = z.object({ create: z.number(), change: z.number(), same: z.number(), refused: z.number() });
const targetForm = z.enum(targetNames);
const textsForm = z.array(z.string());
const columns = `i.id, i.rev, i.fileId, f.name AS fileName, i.state, i.source, i.target, i.mapping, i.options, i.late, i.undoneLines, f.hash, f.size, i.counts, i.header, i.sample, i.failure, i.committedAs, i.undoneBy,
  i.createdAt, (SELECT displayName FROM user WHERE id = i.createdBy) AS createdBy,
  i.profileId, coalesce((SELECT name FROM import_profile WHERE id = i.profileId AND i.state = 'ready'), i.profileName) AS profileName`;
const from = `import_job i JOIN stored_file f ON f.id = i.fileId WHERE i.deletedAt IS NULL`;

function toRecord(row: StoredJob): ImportRecord {
  const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return {
    summary: {
      id: row.id, rev: row.rev, fileName: row.fileName, state: stateForm.parse(row.state), counts: countsForm.nullable().parse(json(row.counts)),
      target: targetForm.parse(row.target), createdAt: row.createdAt, createdBy: row.createdBy, changeSetId: row.committedAs, undoneBy: row.undoneBy,
      profile: row.profileId !== null && row.profileName !== null ? { id: row.profileId, name: row.profileName } : null,
    },
    fileId: row.fileId, source: importSource.nullable().parse(json(row.source)), mapping: importMapping.nullable().parse(json(row.mapping)),
    options: importOptions.nullable().parse(json(row.options)) ?? noOptions,
    header: textsForm.nullable().parse(json(row.header)) ?? [], sample: z.array(textsForm).nullable().parse(json(row.sample)) ?? [], failure: row.failure,
    target: targetForm.parse(row.target), late: z.array(lateRefusal).nullable().parse(json(row.late)) ?? [],
    undoneLines: z.array(z.number()).nullable().parse(json(row.undoneLines)) ?? [], hash: row.hash, size: row.size,
  };
}

/** One import. */
export function readImport(db: Reader, id: string): ImportRecord | undefined {
  const row = db.get<StoredJob>(`SELECT ${columns} FROM ${from} AND i.id = ?`, [id]);
  return row && toRecord(row);
}

/** How the latest file with the same headings was read that was written; a file of refused rows has the headings of the one it came from. */
export function readEarlier(db: Reader, id: string, header: readonly string[]): ImportRecord | undefined {
  if (header.every((label) => label === '')) return undefined;
  const row = db.get<StoredJob>(`SELECT ${columns} FROM ${from} AND i.state = 'committed' AND i.id <> ? AND i.header = ? ORDER BY i.id DESC LIMIT 1`, [id, JSON.stringify(header)]);
  return row && toRecord(row);
}

/** The school's imports, latest first. */
export function readImports(db: Reader, paging: { offset: number; limit: number }): { total: number; rows: Summary[] } {
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)?.n ?? 0;
  const rows = db.all<StoredJob>(`SELECT ${columns} FROM ${from} ORDER BY i.id DESC LIMIT @limit OFFSET @offset`, paging);
  return { total, rows: rows.map((row) => toRecord(row).summary) };
}

/** Begins an import of a stored file. */
export function insertImport(db: Writer, fileId: string): string {
  return db.insert(importJob, { fileId, state: 'uploaded' });
}

/** What a preview found out. */
export interface Preview { source: ImportSource; target: ImportTarget; mapping: ImportMapping; options: ImportOptions; counts: ImportCounts; header: string[]; sample: string[][] }

/** Keeps what a preview found, or, with `failure`, why there is none. */
export function savePreview(db: Writer, id: string, preview: Preview): void {
  db.update(importJob, id, {
    state: 'ready', target: preview.target, source: JSON.stringify(preview.source), mapping: JSON.stringify(preview.mapping), counts: JSON.stringify(preview.counts),
    options: JSON.stringify(preview.options), header: JSON.stringify(preview.header), sample: JSON.stringify(preview.sample), failure: null, late: null, undoneLines: null, committedAs: null, undoneBy: null,
  });
}

/** Notes the profile by which an import is read. */
export function noteProfile(db: Writer, id: string, profile: { id: string; name: string } | null): void {
  db.update(importJob, id, { profileId: profile?.id ?? null, profileName: profile?.name ?? null });
}

/** Marks an import as written by a change set, with the rows that turned out impossible and what its profile was called then. */
export function saveCommitted(db: Writer, id: string, { changeSetId, late, profileName }: { changeSetId: number; late: readonly LateRefusal[]; profileName: string | null }, rev: number): void {
  db.update(importJob, id, { state: 'committed', committedAs: changeSetId, late: late.length > 0 ? JSON.stringify(late) : null, profileName }, rev);
}

/** Notes the lines that were taken back by themselves, those of earlier times included. */
export function saveUndoneLines(db: Writer, id: string, lines: readonly number[]): void {
  db.update(importJob, id, { undoneLines: JSON.stringify(lines) });
}

/** Marks an import as taken back by a change set. The undo itself has put its row back to what it was before the commit. */
export function saveUndone(db: Writer, id: string, committedAs: number, undoneBy: number): void {
  db.update(importJob, id, { state: 'undone', committedAs, undoneBy });
}

/** Puts an import away, and its file's bytes where nothing else refers to them: they are people's data. */
export function removeImport(db: Writer, id: string, fileId: string): void {
  db.remove(importJob, id);
  db.run(
    `DELETE FROM file_content WHERE hash = (SELECT hash FROM stored_file WHERE id = @fileId)
       AND NOT EXISTS (SELECT 1 FROM stored_file o JOIN stored_file f ON f.hash = o.hash WHERE f.id = @fileId AND o.id <> @fileId AND o.deletedAt IS NULL)
       AND NOT EXISTS (SELECT 1 FROM import_job WHERE fileId = @fileId AND deletedAt IS NULL)`, { fileId });
}
