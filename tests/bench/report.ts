/** One measured number; `bar` is the largest value that is still good, null where none is set. */
export interface Measurement { name: string; value: number; unit: string; bar: number | null; ok: boolean }

/** Collects what was measured. */
export interface Report {
  add(name: string, value: number, unit: string, bar?: number | null): void;
  /** Milliseconds of many calls: the median, and the 99th percentile against a bar. */
  addTimes(name: string, times: readonly number[], bar?: number | null): void;
  rows(): readonly Measurement[];
}

/** The value below which a share of the sorted list lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** Starts an empty report; `say` is told of each number as it comes. */
export function createReport(say: (line: string) => void): Report {
  const rows: Measurement[] = [];
  const add: Report['add'] = (name, value, unit, bar = null) => {
    // A measurement that failed is NaN, which is within no bar.
    const row = { name, value: round(value), unit, bar, ok: bar === null ? !Number.isNaN(value) : value <= bar };
    rows.push(row);
    say(`  ${name}: ${row.value} ${unit}${row.ok ? '' : '  <-- over the bar'}`);
  };
  return {
    add,
    addTimes(name, times, bar = null) {
      add(`${name} p50`, percentile(times, 0.5), 'ms');
      add(`${name} p99`, percentile(times, 0.99), 'ms', bar);
    },
    rows: () => rows,
  };
}

/** The table that ends a run. */
export function formatTable(rows: readonly Measurement[]): string {
  const cells = [['name', 'value', 'unit', 'bar', 'ok'], ...rows.map(({ name, value, unit, bar, ok }) =>
    [name, String(value), unit, bar === null ? '' : `<= ${bar}`, bar === null && ok ? '' : ok ? 'yes' : 'NO'])];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
