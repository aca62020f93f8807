import iconv from 'iconv-lite';
import type { Client } from './client.ts';
import type { LoopWatch } from './loop-watch.ts';
import type { Report } from './report.ts';

const families = ['Παπάς', 'Ρήγας', 'Δήμου', 'Λάμπρου', 'Σταύρου'], given = ['Νίκος', 'Άννα', 'Ελένη', 'Πέτρος'];

/** A million new students in the encoding of Greek offices, five columns wide. */
function inventMillion(rows: number): Uint8Array<ArrayBuffer> {
  const lines = ['Αριθμός μητρώου;Επώνυμο;Όνομα;Ημερομηνία γέννησης;Τάξη'];
  for (let i = 0; i < rows; i += 1) {
    const letters = String.fromCharCode(945 + ((i * 7) % 24), 945 + ((i >> 5) % 24));
    lines.push(`${30_000_000 + i};${families[i % families.length]}${letters};${given[i % given.length]};${1 + (i % 28)}/${1 + (i % 12)}/20${10 + (i % 5)};Α`);
  }
  return new Uint8Array(iconv.encode(lines.join('\r\n'), 'windows-1253'));
}

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;

/** How much memory the preview of a million rows takes on top of what the program has, file included, and how long. */
export async function measureMillion(client: Client, report: Report, watch: LoopWatch): Promise<void> {
  const content = inventMillion(1_000_000);
  const before = megabytes();
  let largest = before;
  const sampling = setInterval(() => { largest = Math.max(largest, megabytes()); }, 20);
  watch.start();
  const { fileId } = await client.call('files.upload', { name: 'million.csv', content });
  const { id } = await client.call('imports.create', { fileId });
  const { milliseconds } = await client.job('imports.preview', { id });
  watch.stop();
  clearInterval(sampling);
  report.add('import csv of 1000000: preview', milliseconds, 'ms');
  report.add('import csv of 1000000: memory of the preview', largest - before, 'MB', 500);
  await client.call('imports.discard', { id });
}

/** The whole school as a bundle of OneRoster, and that bundle read back as a plan. */
export async function measureRoster(client: Client, report: Report, watch: LoopWatch): Promise<void> {
  watch.start();
  const made = await client.job('exports.oneRoster', { language: 'el' });
  report.add(`OneRoster: export of ${made.result.rows} records`, made.milliseconds, 'ms');
  const { content } = await client.call('files.download', { fileId: made.result.fileId });
  const { fileId } = await client.call('files.upload', { name: 'roster.zip', content: new Uint8Array(content) });
  const { id } = await client.call('imports.create', { fileId });
  const { milliseconds, result } = await client.job('imports.preview', { id });
  watch.stop();
  report.add(`OneRoster: preview of ${result.rows} records, ${result.counts.change + result.counts.create + result.counts.refused} of them different`, milliseconds, 'ms');
  await client.call('imports.discard', { id });
}
