/** Columns in the order of a file, chosen or not. */
export interface OrderedColumn { key: string; chosen: boolean }

/** The columns that are offered: those remembered first, in their order, the others where the table has them. */
export function orderColumns(offered: readonly string[], remembered: readonly string[] | null, usual: readonly string[]): OrderedColumn[] {
  if (remembered === null) return offered.map((key) => ({ key, chosen: usual.includes(key) }));
  const kept = remembered.filter((key) => offered.includes(key));
  // Nothing of what was chosen is shown to this user any more.
  if (kept.length === 0) return orderColumns(offered, null, usual);
  return [...kept.map((key) => ({ key, chosen: true })), ...offered.filter((key) => !kept.includes(key)).map((key) => ({ key, chosen: false }))];
}

/** The same columns with one of them moved by some places; it stops at the ends. */
export function moveColumn(columns: readonly OrderedColumn[], index: number, by: number): OrderedColumn[] {
  const moved = columns[index];
  if (!moved) return [...columns];
  const others = columns.filter((_column, i) => i !== index);
  return others.toSpliced(Math.max(0, Math.min(index + by, others.length)), 0, moved);
}
