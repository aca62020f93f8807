import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import Excel from 'exceljs';
import { addDays } from '../../src/main/core/demo/rules-dates.ts';
import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import { inventNames } from './names.ts';
import type { Size } from './size.ts';

const header = [
  'Αριθμός μητρώου', 'Επώνυμο', 'Όνομα', 'Επώνυμο (λατινικά)', 'Όνομα (λατινικά)', 'Όνομα πατέρα', 'Όνομα μητέρας', 'Υποκοριστικό',
  'Ημερομηνία γέννησης', 'Φύλο', 'ΑΜΚΑ', 'E-mail', 'Τηλέφωνο', 'Κινητό', 'Διεύθυνση', 'Τάξη', 'Τμήμα',
  'Επώνυμο κηδεμόνα', 'Όνομα κηδεμόνα', 'Τηλέφωνο κηδεμόνα',
];

function* inventRows(rows: number, firstNumber: number): Generator<string[]> {
  const random = createRandom(firstNumber);
  for (let i = 0; i < rows; i += 1) {
    const number = firstNumber + i;
    const names = inventNames(random);
    const guardian = inventNames(random);
    const [year, month, day] = addDays('2008-01-01', random.int(0, 1095)).split('-');
    const level = random.pick(['Α', 'Β', 'Γ']);
    yield [
      String(number), names.familyEl, names.givenEl, names.familyLatin, names.givenLatin, names.fatherEl, names.motherEl, '',
      `${Number(day)}/${Number(month)}/${year}`, names.sex === 'female' ? 'Κορίτσι' : 'Αγόρι', '', `n${number}@example.org`,
      `210 ${String(number).padStart(7, '0')}`, `69${String(number).padStart(8, '0')}`, `Ειρήνης ${i % 190}, 199 01 Ανατολή`, level, `${level}${random.int(1, 9)}`,
      guardian.familyEl, guardian.givenEl, `69${String(50_000_000 + number)}`,
    ];
  }
}

/** Makes (once) a file of new students, 20 columns wide; `firstNumber` keeps the student numbers of two files apart. */
export async function writeImportFile(folder: string, format: 'csv' | 'xlsx', size: Size, firstNumber: number): Promise<string> {
  const path = join(folder, `students-${firstNumber}.${format}`);
  if (existsSync(path)) return path;
  const rows = inventRows(size.importRows, firstNumber);
  if (format === 'csv') {
    await pipeline(Readable.from([stringify([header])]), createWriteStream(`${path}.new`));
    await pipeline(Readable.from(linesOf(rows)), createWriteStream(`${path}.new`, { flags: 'a' }));
  } else {
    const book = new Excel.stream.xlsx.WorkbookWriter({ filename: `${path}.new`, useSharedStrings: true });
    const sheet = book.addWorksheet('Μαθητές');
    sheet.addRow(header).commit();
    for (const row of rows) sheet.addRow(row).commit();
    await book.commit();
  }
  renameSync(`${path}.new`, path);
  return path;
}

function* linesOf(rows: Iterable<string[]>): Generator<string> {
  for (const row of rows) yield stringify([row]);
}
