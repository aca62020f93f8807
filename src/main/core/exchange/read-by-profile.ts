import type { ImportSource } from '#contract/exchange.ts';
import { noOptions } from '#contract/import-options.ts';
import { optionsOfFile, type ProfileContent } from '#contract/import-profiles.ts';
import type { Pace } from '../readers/index.ts';
import type { Choice } from './load-import.ts';
import { noColumns } from './profile-facts.ts';
import { readImportFile, type ImportReading } from './read-import.ts';
import { matchColumns } from './rules/match-columns.ts';
import { findHeader, mappingBy } from './rules/profile-columns.ts';

/**
 * Reads a file that a profile is for. Its headings are looked for in any of the first rows, and, while some are missing, once more with the encoding
 * and the separator that the profile knows: those are only tried, since the next file may come from another computer.
 */
export async function readFileBy({ columns, source: hints }: ProfileContent, content: Uint8Array, source: ImportSource | null, pace: Pace): Promise<{ reading: ImportReading; headerRow: number | null }> {
  const reading = await readImportFile(content, source, pace);
  if (reading.bundle) throw noColumns();
  const found = findHeader(columns, reading.grid);
  const { format, encoding, delimiter } = reading.source;
  const isSame = (hints.encoding ?? encoding) === encoding && (hints.delimiter ?? delimiter) === delimiter;
  if (format !== 'csv' || isSame || found?.missing === 0) return { reading, headerRow: found?.row ?? null };
  const again = await readImportFile(content, { ...reading.source, encoding: hints.encoding ?? encoding, delimiter: hints.delimiter ?? delimiter, headerRow: 0 }, pace);
  const better = findHeader(columns, again.grid);
  return better && better.missing < (found?.missing ?? Infinity) ? { reading: again, headerRow: better.row } : { reading, headerRow: found?.row ?? null };
}

/** What a profile chooses for a file with these headings. What belongs to the file alone stays as it was chosen. */
export function choiceBy({ target, columns, options }: ProfileContent, header: readonly string[], chosen: Choice): Choice {
  return {
    source: chosen.source, target, mapping: mappingBy(columns, header, matchColumns(header, target)),
    options: { ...options, ...optionsOfFile(chosen.options ?? noOptions), wide: null },
  };
}
