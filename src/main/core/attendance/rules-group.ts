/** Rows by a key, in their order. (`Map.groupBy` is younger than the oldest runtime that must run this.) */
export function groupBy<T, K>(rows: Iterable<T>, of: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}
