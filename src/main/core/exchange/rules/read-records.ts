import type { ImportMapping, ImportProblem } from '#contract/exchange.ts';
import { fieldsOf, type ImportField, type ImportTarget, type TargetField } from '#contract/import-targets.ts';
import type { Cells } from './detect-header.ts';
import type { ColumnSense } from './parse-cell.ts';
import { detectDateOrder } from './parse-date.ts';
import { parseRecordCell, type RecordValues } from './record-values.ts';
import { problem } from './values.ts';

export interface ReadRecord { values: RecordValues; problems: ImportProblem[] }
interface Column { column: number; name: ImportField; field: TargetField; sense: ColumnSense }

/** Reads the rows of a table as records of a target, by a mapping. */
export class RecordReader {
  readonly firstRow: number;
  readonly rows: number;
  readonly #cells: Cells;
  readonly #columns: Column[];
  readonly #required: ImportField[];

  constructor(cells: Cells, target: ImportTarget, mapping: ImportMapping, { headerRow, today, latestYear = null }: { headerRow: number; today: string; latestYear?: number | null }) {
    this.#cells = cells;
    this.firstRow = headerRow + 1;
    this.rows = cells.rows;
    const fields = fieldsOf(target);
    this.#columns = mapping.flatMap((name, column) => {
      const field = name && fields[name];
      return name && field ? [{ column, name, field, sense: { dateOrder: this.#orderOf(column, field), today, latestYear } }] : [];
    });
    this.#required = (Object.keys(fields) as ImportField[]).filter((name) => fields[name]?.required);
  }

  /** Reads one row; null when all its matched cells are empty. */
  read(row: number): ReadRecord | null {
    const values: RecordValues = {};
    const problems: ImportProblem[] = [];
    let isFilled = false;
    for (const { column, name, field, sense } of this.#columns) {
      const raw = this.#cells.cell(row, column);
      if (raw === '') continue;
      const value = parseRecordCell(name, field, raw, sense);
      if (value === '') continue;
      isFilled = true;
      if (typeof value === 'string') values[name] = value;
      else problems.push(value);
    }
    if (!isFilled) return null;
    for (const name of this.#required) if (values[name] === undefined && !problems.some(({ field }) => field === name)) problems.push(problem('missingValue', name));
    return { values, problems };
  }

  #orderOf(column: number, field: TargetField): ColumnSense['dateOrder'] {
    if (field.kind !== 'date') return 'dayFirst';
    const sample: string[] = [];
    for (let row = this.firstRow; row < Math.min(this.rows, this.firstRow + 5000); row += 1) sample.push(this.#cells.cell(row, column));
    return detectDateOrder(sample);
  }
}
