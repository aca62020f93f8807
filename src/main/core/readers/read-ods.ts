import type { ImportSource } from '#contract/exchange.ts';
import { chooseSheet } from './choose-sheet.ts';
import { GridBuilder } from './grid.ts';
import { limits } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import { damaged, refuse } from './refusal.ts';
import { attribute, walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** Reads one sheet of an OpenDocument spreadsheet. Repeated cells are unrolled only where they hold text, and within bounds. */
export async function readOds(zip: ZipArchive, source: ImportSource | null, pace: Pace): Promise<Reading> {
  await refuseEncrypted(zip);
  if (!zip.has('content.xml')) throw damaged();
  const tables = await readTables(zip, pace);
  const { name, grid } = await chooseSheet(tables.map((table) => table.name), source?.sheet ?? null, async (index) => {
    const table = tables[index];
    if (table?.refusal) throw table.refusal;
    return table?.builder.build() ?? new GridBuilder().build();
  });
  return { format: 'ods', encoding: null, delimiter: null, sheet: name, sheets: tables.map((table) => table.name), grid };
}

async function refuseEncrypted(zip: ZipArchive): Promise<void> {
  if (!zip.has('meta-inf/manifest.xml')) return;
  let encrypted = false;
  await walkXml(zip.stream('meta-inf/manifest.xml', limits.heldBytes), {
    open(name) {
      if (name === 'encryption-data') encrypted = true;
    },
  });
  if (encrypted) throw refuse('passwordProtected');
}

/** A table too large to import is no reason to refuse its neighbours: the refusal waits until that sheet is chosen. */
interface Table {
  name: string;
  builder: GridBuilder;
  refusal: Error | null;
}

async function readTables(zip: ZipArchive, pace: Pace): Promise<Table[]> {
  const tables: Table[] = [];
  const total = zip.size('content.xml');
  let done = 0, depth = 0, row = 0, rowRepeat = 1, column = 0, cellRepeat = 1, value: string | null = null, text = '', paragraphs = 0;
  let cells: { column: number; repeat: number; text: string }[] = [];
  let inText = 0, inNote = 0;
  await walkXml(zip.stream('content.xml'), {
    open(name, attributes) {
      if (name === 'table') {
        depth += 1;
        if (depth > 1) return;
        tables.push({ name: attribute(attributes, 'name') ?? '', builder: new GridBuilder(), refusal: null });
        row = 0;
      } else if (depth !== 1) return;
      else if (name === 'table-row') {
        rowRepeat = repeat(attribute(attributes, 'number-rows-repeated'));
        column = 0;
        cells = [];
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cellRepeat = repeat(attribute(attributes, 'number-columns-repeated'));
        value = typedValue(attributes);
        text = '';
        paragraphs = 0;
      } else if (name === 'annotation') inNote += 1;
      else if (name === 'p') {
        inText += 1;
        if (paragraphs++ > 0 && !inNote) text += '\n';
      } else if (inText && !inNote) text += spacing(name, attributes);
    },
    text(piece) {
      if (inText && !inNote && text.length < limits.cellLength) text += piece;
    },
    close(name) {
      if (name === 'table') depth -= 1;
      else if (depth !== 1) return;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        // A number shown as bare digits keeps its leading zeros; in any other form its exact value is meant.
        const shown = value === null || /^\d+$/.test(text) ? text : value;
        if (shown !== '') cells.push({ column, repeat: cellRepeat, text: shown });
        column += cellRepeat;
      } else if (name === 'table-row') {
        const table = tables.at(-1);
        if (table && !table.refusal) table.refusal = fill(table.builder, row, rowRepeat, cells);
        row += rowRepeat;
      } else if (name === 'annotation') inNote -= 1;
      else if (name === 'p') inText -= 1;
    },
    async breathe(bytes) {
      done += bytes;
      await pace(done, total);
    },
  });
  return tables;
}

function fill(builder: GridBuilder, row: number, rows: number, cells: { column: number; repeat: number; text: string }[]): Error | null {
  if (cells.length === 0) return null;
  try {
    if (row + rows > limits.rows) throw refuse('tooManyRows', { limit: limits.rows });
    for (const cell of cells) {
      if (cell.column + cell.repeat > limits.columns) throw refuse('tooManyColumns', { limit: limits.columns });
      for (let r = 0; r < rows; r += 1) for (let c = 0; c < cell.repeat; c += 1) builder.set(row + r, cell.column + c, cell.text);
    }
    return null;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function repeat(times: string | undefined): number {
  const count = Number(times ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** Dates, numbers and truth values come from their attributes; the paragraph shows them as one country writes them. */
function typedValue(attributes: Record<string, string>): string | null {
  const type = attribute(attributes, 'value-type');
  if (type === 'date') return attribute(attributes, 'date-value')?.replace(/T00:00:00(\.0+)?$/, '').replace(/\.\d+$/, '') ?? null;
  if (type === 'boolean') return attribute(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'float' || type === 'currency' || type === 'percentage') return attribute(attributes, 'value') ?? null;
  return null;
}

function spacing(name: string, attributes: Record<string, string>): string {
  if (name === 's') return ' '.repeat(Math.min(repeat(attribute(attributes, 'c')), 100));
  if (name === 'tab') return '\t';
  return name === 'line-break' ? '\n' : '';
}
