/** What is written on a sheet for one student. */
export interface Entry { codeId: string; minutes: number | null; note: string | null }
/** What to do with the caller's own mark of a student. */
export type Step = { do: 'keep' } | { do: 'remove' } | { do: 'write'; entry: Entry };

const same = (a: Entry | null, b: Entry | null) =>
  a === b || (a !== null && b !== null && a.codeId === b.codeId && a.minutes === b.minutes && a.note === b.note);

/**
 * What becomes of the caller's mark when a sheet says `wanted` of a student (null: simply there).
 * `own`: the mark that the caller's side has; `beneath`: what would hold without it; `present`: the entry of someone who is simply there.
 * A teacher's layer lies on nothing. The office's lies on the teacher's: it is written only where it differs from what holds anyway.
 */
export function planStep(wanted: Entry | null, own: Entry | null, beneath: Entry | null, present: Entry): Step {
  const inForce = own ?? beneath;
  const isPresent = (entry: Entry | null) => entry === null || entry.codeId === present.codeId;
  const equal = (a: Entry | null, b: Entry | null) => same(a, b) || (isPresent(a) && isPresent(b) && (a?.note ?? null) === (b?.note ?? null));
  if (equal(wanted, inForce)) return { do: 'keep' };
  if (equal(wanted, beneath)) return { do: 'remove' };
  return { do: 'write', entry: wanted ?? present };
}
