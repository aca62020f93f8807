import type { ScoreState } from '#contract/grading-parts.ts';

/** What a cell holds: `state` null is an empty one. */
export interface CellValue { state: ScoreState | null; value: number | null }
export type Typed = { ok: true; cell: CellValue } | { ok: false; problem: 'notNumber' | 'valueOverMax' | 'decimals' | 'valueMissing' };

/** The letters of the states: the same key under a Latin and a Greek layout, and the Greek letter that looks like it. */
const states: Readonly<Record<string, ScoreState>> = {
  m: 'missing', 'μ': 'missing', e: 'exempt', 'ε': 'exempt', x: 'excused', 'χ': 'excused', a: 'absent', 'α': 'absent', i: 'incomplete', 'ι': 'incomplete',
};
const number = /^\d{1,6}(?:[.,]\d+)?$/;
const late = /^(.*\d)\s*[lλ]$/;

/** Reads what was typed or pasted into a cell: a number with comma or point, a letter for a state, `15l` for late work, nothing to empty it. */
export function readCell(text: string, max: number): Typed {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { ok: true, cell: { state: null, value: null } };
  const state = states[typed];
  if (state) return { ok: true, cell: { state, value: null } };
  if (typed === 'l' || typed === 'λ') return { ok: false, problem: 'valueMissing' };
  const isLate = late.exec(typed);
  const digits = (isLate?.[1] ?? typed).trim();
  if (!number.test(digits)) return { ok: false, problem: 'notNumber' };
  const value = Number(digits.replace(',', '.'));
  if (value > max) return { ok: false, problem: 'valueOverMax' };
  if (!/^\d+(?:[.,]\d{1,2}0*)?$/.test(digits)) return { ok: false, problem: 'decimals' };
  return { ok: true, cell: { state: isLate ? 'late' : 'scored', value } };
}

/** A cell as it is shown, edited and copied: `readCell` reads it back. `letters`: those of the window's language. */
export function writeCell(cell: CellValue | undefined, letters: Readonly<Record<Exclude<ScoreState, 'scored'>, string>>, writeNumber: (value: number) => string): string {
  if (!cell || cell.state === null) return '';
  if (cell.state === 'scored' || cell.state === 'late') return `${cell.value === null ? '' : writeNumber(cell.value)}${cell.state === 'late' ? letters.late : ''}`;
  return letters[cell.state];
}

export const sameCell = (a: CellValue, b: CellValue | undefined): boolean => a.state === (b?.state ?? null) && a.value === (b?.value ?? null);
