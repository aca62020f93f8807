import { useCallback, useState } from 'react';
import { blockOf, type Block, type Spot } from './rules-block.ts';

/** Where the keyboard is in the grid; row -1 is the heads of the columns. */
export interface Cursor { at: Spot; anchor: Spot; edit: Edit | null }
/** A cell being written; `fresh` when typing has begun it, so that arrows leave it. */
export interface Edit { text: string; fresh: boolean }

/** The cell that has the keyboard, the block that is chosen, and what is being typed. */
export function useCursor(rows: number, columns: number) {
  const [cursor, setCursor] = useState<Cursor>({ at: { row: 0, column: 0 }, anchor: { row: 0, column: 0 }, edit: null });
  const move = useCallback((spot: Spot, extend = false) => setCursor(({ anchor }) => {
    const at = { row: Math.max(-1, Math.min(rows - 1, spot.row)), column: Math.max(0, Math.min(columns - 1, spot.column)) };
    return { at, anchor: extend ? anchor : at, edit: null };
  }), [rows, columns]);
  const edit = useCallback((next: Edit | null) => setCursor((before) => ({ ...before, anchor: next ? before.at : before.anchor, edit: next })), []);
  const at = { row: Math.min(cursor.at.row, rows - 1), column: Math.min(cursor.at.column, columns - 1) };
  const block: Block = blockOf(at, cursor.anchor);
  return { at, block, edit: cursor.edit, move, setEdit: edit };
}
export type CursorControl = ReturnType<typeof useCursor>;
