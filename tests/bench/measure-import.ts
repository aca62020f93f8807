import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { openConnection } from '../../src/main/core/store/connection.ts';
import { insertBare, parseCsvBare, parseWithOwnReader, parseXlsxBare, readInserted } from './bare.ts';
import type { Client } from './client.ts';
import { key, type Fixture } from './fixture.ts';
import { writeImportFile } from './import-file.ts';
import type { LoopWatch } from './loop-watch.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

interface Bench { client: Client; report: Report; fixture: Fixture; cache: string; size: Size; watch: LoopWatch }

/** Imports a file of new students, next to what a bare parse and a bare insert of the same rows take, and takes it back. */
export async function measureImport(bench: Bench, format: 'csv' | 'xlsx', firstNumber: number): Promise<void> {
  const { client, report, fixture, size, watch } = bench;
  const path = await writeImportFile(bench.cache, format, size, firstNumber);
  const label = `import ${format} of ${size.importRows}`;
  const bareParse = format === 'csv' ? parseCsvBare(path) : await parseXlsxBare(path);
  report.add(`${label}: bare parse (${format === 'csv' ? 'papaparse' : 'exceljs, streaming'})`, bareParse, 'ms');
  report.add(`${label}: bare parse (own reader)`, await parseWithOwnReader(path), 'ms');
  const before = copyBefore(fixture);

  const content = readFileSync(path);
  watch.start();
  const { fileId } = await client.call('files.upload', { name: basename(path), content });
  const { id } = await client.call('imports.create', { fileId });
  const preview = await client.job('imports.preview', { id });
  const { import: summary } = await client.call('imports.get', { id });
  const pages: number[] = [];
  for (let offset = 0; offset < size.importRows; offset += size.importRows / 20) await client.time(pages, 'imports.rows', { id, offset, limit: 100 });
  const commit = await client.job('imports.commit', { id, rev: summary.rev });
  watch.stop();
  report.add(`${label}: preview`, preview.milliseconds, 'ms');
  report.add(`${label}: preview / bare parse`, preview.milliseconds / bareParse, 'x', format === 'csv' ? 2 : 1.5);
  // Invented names meet often: some rows look like somebody of the school, and wait for an answer.
  const { open } = await client.call('imports.questions', { id, limit: 1 });
  report.add(`${label}: rows asked about`, open, 'rows');
  report.add(`${label}: rows refused`, preview.result.counts.refused - open, 'rows', 0);
  report.addTimes(`${label}: page of the preview`, pages, 50);

  const bareInsert = insertBare(before, readInserted(fixture.database, commit.result.changeSetId));
  rmSync(before);
  report.add(`${label}: bare insert of its rows`, bareInsert, 'ms');
  report.add(`${label}: commit`, commit.milliseconds, 'ms');
  report.add(`${label}: commit / bare insert`, commit.milliseconds / bareInsert, 'x', 4);
  watch.start();
  const undo = await client.job('imports.undo', { id });
  report.add(`${label}: taken back`, undo.milliseconds, 'ms');
  report.add(`${label}: taken back / commit`, undo.milliseconds / commit.milliseconds, 'x', 1);
  watch.stop();
}

/** A copy of the database as it is: the write-ahead log folded in first. */
function copyBefore({ database }: Fixture): string {
  const db = openConnection(database, key);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const copy = `${database}.before`;
  copyFileSync(database, copy);
  return copy;
}
