import { ArrayGrid } from './grid.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refusal.ts';
import { splitName } from './split-name.ts';
import type { ZipArchive, ZipPlace } from './zip.ts';

/** The headings of the list, in both languages: a reader does not know who reads. */
const headings = ['Αρχείο / File', 'Φάκελος / Folder', 'Αρ. μητρώου / Student no.', 'Ονοματεπώνυμο / Full name', 'Τίτλος εγγράφου / Document title'];

/** What systems leave in a zip beside the files that somebody put there. */
const leftovers = /(^|\/)(__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;

/** The files of a zip as a table: a row for each, with what its name and its folder say. Nothing is inflated. */
export function readZipFiles(zip: ZipArchive): Reading {
  const files = zip.places().filter(({ path }) => !path.endsWith('/') && !leftovers.test(path));
  if (files.length === 0) throw refuse('empty');
  return { format: 'zip', encoding: null, delimiter: null, sheet: null, sheets: [], grid: new ArrayGrid([headings, ...files.map(rowOf)]), knownHeader: 0, files };
}

function rowOf({ path }: ZipPlace): string[] {
  const at = path.lastIndexOf('/');
  const { studentNo, fullName, title } = splitName(path);
  return [path, at < 0 ? '' : path.slice(0, at), studentNo, fullName, title];
}
