import type { KeyboardEvent } from 'react';
import { isShortcut } from '../../../platform/keys.ts';
import type { CursorControl } from './use-cursor.ts';

export interface GridActions {
  rows: number; columns: number; mayEdit: boolean;
  /** Whether a column holds marks that can be typed into. */
  isWork: (column: number) => boolean;
  textAt: (row: number, column: number) => string;
  /** Writes the text into the cell that has the keyboard. */
  commit: (text: string) => void;
  empty: () => void;
  fillDown: () => void;
  copy: () => string;
  paste: (text: string) => void;
  open: () => void;
  comment: () => void;
  /** Esc on a cell that is refused: gives it up. */
  giveUp: () => void;
}

const steps: Readonly<Record<string, [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const page = 10;

/** The keys of a spreadsheet. Greek layouts work by the key's place. */
export function createGridKeys({ at, edit, move, setEdit }: CursorControl, actions: GridActions) {
  const leave = (text: string, down: number, along: number) => {
    actions.commit(text);
    move({ row: at.row + down, column: at.column + along });
  };

  function whileEditing(event: KeyboardEvent, { text, fresh }: NonNullable<CursorControl['edit']>): boolean {
    const step = steps[event.key];
    if (event.key === 'Enter') leave(text, event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'Tab') leave(text, 0, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') setEdit(null);
    else if (step && fresh) leave(text, ...step);
    else if (isShortcut(event.nativeEvent, 'd')) return true;
    else return false;
    return true;
  }

  function moveBy(event: KeyboardEvent): boolean {
    const far = event.ctrlKey || event.metaKey;
    const step = steps[event.key];
    if (step) move({ row: step[0] === 0 ? at.row : far ? (step[0] < 0 ? 0 : actions.rows) : at.row + step[0], column: far ? (step[1] === 0 ? at.column : step[1] < 0 ? 0 : actions.columns) : at.column + step[1] }, event.shiftKey);
    else if (event.key === 'Home') move({ row: far ? 0 : at.row, column: 0 }, event.shiftKey);
    else if (event.key === 'End') move({ row: far ? actions.rows : at.row, column: actions.columns }, event.shiftKey);
    else if (event.key === 'PageUp' || event.key === 'PageDown') move({ row: Math.max(0, at.row + (event.key === 'PageUp' ? -page : page)), column: at.column }, event.shiftKey);
    else return false;
    return true;
  }

  function whileMoving(event: KeyboardEvent): boolean {
    const isWork = actions.isWork(at.column);
    const writes = actions.mayEdit && isWork && at.row >= 0;
    if (moveBy(event)) return true;
    if (event.key === 'Tab') {
      const next = at.column + (event.shiftKey ? -1 : 1);
      // At either end Tab leaves the table: nobody is kept in it.
      if (next < 0 || next >= actions.columns) return false;
      move({ row: at.row, column: next });
    } else if (event.key === 'Enter' && (at.row < 0 || !isWork)) actions.open();
    else if (event.key === 'Enter') move({ row: at.row + (event.shiftKey ? -1 : 1), column: at.column });
    else if (event.key === 'F2' && event.shiftKey) actions.comment();
    else if (event.key === 'F2' && writes) setEdit({ text: actions.textAt(at.row, at.column), fresh: false });
    else if (event.key === 'Escape') { actions.giveUp(); move(at); }
    else if ((event.key === 'Delete' || event.key === 'Backspace') && writes) actions.empty();
    else if (isShortcut(event.nativeEvent, 'd')) { if (actions.mayEdit) actions.fillDown(); }
    else if (isShortcut(event.nativeEvent, 'a')) { move({ row: 0, column: 0 }); move({ row: actions.rows, column: actions.columns }, true); }
    else if (writes && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) setEdit({ text: event.key, fresh: true });
    else return false;
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.nativeEvent.isComposing) return;
      const taken = edit ? whileEditing(event, edit) : whileMoving(event);
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
