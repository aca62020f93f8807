import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { RollbookError } from '#contract/errors.ts';
import { detectHeader } from '../exchange/rules/detect-header.ts';
import { matchColumns } from '../exchange/rules/match-columns.ts';
import { limits } from './limits.ts';
import { readFile } from './read-file.ts';
import { readPlace } from './zip-place.ts';

/** Reads bytes as far as an import does; anything but a RollbookError fails the test. */
async function survive(bytes: Uint8Array): Promise<void> {
  try {
    const { grid, files = [] } = await readFile(bytes);
    const headerRow = detectHeader(grid);
    matchColumns(Array.from({ length: grid.columns }, (_, column) => grid.cell(Math.max(headerRow, 0), column)));
    for (let row = 0; row < Math.min(grid.rows, 50); row += 1) for (let column = 0; column < grid.columns; column += 1) grid.cell(row, column);
    for (const place of files) readPlace(bytes, place, limits.heldBytes);
  } catch (error) {
    if (!(error instanceof RollbookError)) throw error;
  }
}

const sheet = utils.aoa_to_sheet([['ΑΜ', 'Επώνυμο', 'Όνομα'], ['1', 'Παπαδόπουλος', 'Γιώργος'], [2, 'Γεωργίου', true]]);
const seeds = ([['xlsx'], ['biff8'], ['ods'], ['xlsb']] as const).map(([bookType]) => new Uint8Array(write(utils.book_new(sheet, 'x'), { type: 'buffer', bookType })));
const csvSeed = new TextEncoder().encode('ΑΜ;Επώνυμο;Όνομα\r\n1;"Παπα""δόπουλος";Γιώργος\r\n2;"a\nb";c\r\n');
const jsonSeed = new TextEncoder().encode(JSON.stringify({ students: [{ ΑΜ: '01', name: { el: 'Άννα' }, tags: ['α', 1, null], on: true }, { ΑΜ: 2 }], more: [[1, 2], ['β']] }));
const zipSeed = zipSync({ '00123_α.pdf': new TextEncoder().encode('%PDF-1.7 α'), 'Α1/β.txt': [new Uint8Array(40), { level: 0 }], 'γ/': new Uint8Array() });

/** A seed with some bytes changed, or cut off, or with a piece of itself put in. */
const mutated = (seed: Uint8Array) => fc.tuple(
  fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 12 }), fc.option(fc.nat(seed.length)), fc.option(fc.tuple(fc.nat(seed.length), fc.nat(seed.length))),
).map(([changes, cut, piece]) => {
  let bytes = Uint8Array.from(seed);
  for (const [at, byte] of changes) bytes[at] = byte;
  if (piece) bytes = Uint8Array.from([...bytes.subarray(0, piece[0]), ...seed.subarray(piece[1]), ...bytes.subarray(piece[0])]);
  return cut === null ? bytes : bytes.slice(0, cut);
});

describe('no file crashes the reader', () => {
  it('random bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survive), { numRuns: 300 }));
  it('random texts', () => fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', '|', '=', 'Ά', ' ', '1')), (parts) =>
    survive(new TextEncoder().encode(parts.join('')))), { numRuns: 500 }));
  it('damaged text files', () => fc.assert(fc.asyncProperty(mutated(csvSeed), survive), { numRuns: 300 }));
  it('damaged JSON', () => fc.assert(fc.asyncProperty(mutated(jsonSeed), survive), { numRuns: 300 }));
  it('damaged zips of files', () => fc.assert(fc.asyncProperty(mutated(zipSeed), survive), { numRuns: 300 }));
  it('any JSON', () => fc.assert(fc.asyncProperty(fc.json({ maxDepth: 6 }), (text) => survive(new TextEncoder().encode(text))), { numRuns: 300 }));
  it.each(seeds.map((seed, i) => [['xlsx', 'xls', 'ods', 'xlsb'][i], seed] as const))('damaged %s files', (_, seed) =>
    fc.assert(fc.asyncProperty(mutated(seed), survive), { numRuns: 150 }));
});
