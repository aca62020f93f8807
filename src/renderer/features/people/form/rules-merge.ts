type Fields = Record<string, string | null>;

/** How two edits of the same record relate, field by field. */
export interface Comparison<F> {
  /** Both changed it, differently: somebody has to choose. */
  clashes: F[];
  /** Only they changed it. */
  theirs: F[];
  /** Only you changed it. */
  mine: F[];
}

/** Compares what was there, what you typed and what stands there now. */
export function compareEdits<T extends Fields, F extends keyof T & string>(fields: readonly F[], base: T, mine: T, theirs: T): Comparison<F> {
  const result: Comparison<F> = { clashes: [], theirs: [], mine: [] };
  for (const field of fields) {
    const iChanged = mine[field] !== base[field];
    const theyChanged = theirs[field] !== base[field];
    if (iChanged && theyChanged && mine[field] !== theirs[field]) result.clashes.push(field);
    else if (theyChanged && !iChanged) result.theirs.push(field);
    else if (iChanged && !theyChanged) result.mine.push(field);
  }
  return result;
}

/** Your edit on top of theirs: your own fields, and for each clash the one that was chosen. */
export function mergeEdits<T extends Fields, F extends keyof T & string>(comparison: Comparison<F>, mine: T, theirs: T, keepMine: ReadonlySet<F>): T {
  const merged = { ...theirs };
  for (const field of [...comparison.mine, ...comparison.clashes.filter((clash) => keepMine.has(clash))]) merged[field] = mine[field];
  return merged;
}
