import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** A table of texts. Rows may be shorter than `columns`; cells beyond a row's end are empty. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): string;
}

/** A grid over rows that are already texts, as workbook readers give them. */
export class ArrayGrid implements Grid {
  readonly rows: number;
  readonly columns: number;
  readonly #cells: string[][];

  constructor(cells: string[][]) {
    this.#cells = cells;
    this.rows = cells.length;
    this.columns = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  }

  cell(row: number, column: number): string {
    return this.#cells[row]?.[column] ?? '';
  }
}

/**
 * Collects rows by their number. Workbooks say where a cell stands, so rows may be left out;
 * millions of formatted but empty rows cost nothing because only rows with text are kept.
 */
export class GridBuilder {
  readonly #rows: string[][] = [];
  #slots = 0;

  /** Sets one cell; an empty text is ignored. */
  set(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row >= limits.rows) throw refuse('tooManyRows', { limit: limits.rows });
    if (column >= limits.columns) throw refuse('tooManyColumns', { limit: limits.columns });
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    this.#slots += Math.max(0, column + 1 - cells.length);
    if (this.#slots > limits.cells) throw refuse('inflatesTooMuch');
    while (cells.length < column) cells.push('');
    cells[column] = text.length > limits.cellLength ? text.slice(0, limits.cellLength) : text;
  }

  build(): Grid {
    return new ArrayGrid(this.#rows);
  }
}
