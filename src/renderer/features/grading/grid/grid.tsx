import { useEffect, useMemo, useRef, type MouseEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gradebook } from '#contract/grading-parts.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import type { Column } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import classes from './grid.module.css';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { createGridKeys, type GridActions } from './use-grid-keys.ts';
import type { CursorControl } from './use-cursor.ts';
import { keyOf, type Scores } from './use-scores.ts';

export interface GridProps {
  book: Gradebook; columns: readonly Column[]; scores: Scores; cursor: CursorControl; actions: GridActions; mayEdit: boolean; mayEditWork: boolean;
  onOpen: (row: number, column: Column) => void;
}
const none: readonly (number | undefined)[] = [];
/** Only the line that has the keyboard is written in; the others need not be drawn again for it. */
const ignore = () => undefined;
const spotOf = (target: EventTarget): { row: number; column: number } | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
};

/** The marks of a section as a spreadsheet: a plain table, so that every screen reader knows it; 35 by 40 cells draw in a blink. */
export function Grid({ book, columns, scores: { scores, drafts, version }, cursor, actions, mayEdit, mayEditWork, onOpen }: GridProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const { at, block, edit, move, setEdit } = cursor;
  const touched = useRef(false);
  const lines = useMemo(() => {
    const byStudent = <T extends { studentId: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.studentId, row]));
    const results = byStudent(book.results), posted = byStudent(book.posted);
    const parts = new Map(book.parts.map(({ studentId, termId, value }) => [keyOf(termId, studentId), value]));
    return book.students.map((student) => ({
      student, result: results.get(student.id), posted: posted.get(student.id),
      scores: columns.map(({ id, kind }) => (kind === 'work' ? scores.get(keyOf(id, student.id)) : undefined)),
      parts: book.parts.length === 0 ? none : columns.map(({ id }) => parts.get(keyOf(id, student.id))),
    }));
  }, [book, columns, scores]);
  const draftLines = useMemo(() => (drafts.size === 0 ? null : book.students.map((student) => {
    const own = columns.map(({ id }) => drafts.get(keyOf(id, student.id)));
    return own.some(Boolean) ? own : null;
    // `drafts` is one map that changes in place; `version` counts its changes.
  })), [book.students, columns, drafts, version]);
  const editText = useMemo(() => (text: string) => setEdit({ text, fresh: edit?.fresh ?? false }), [setEdit, edit?.fresh]);

  useEffect(() => {
    // The keyboard follows the cursor, once it has been in the table: opening the screen does not take it there.
    if (!edit && touched.current) table.current?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`)?.focus();
  }, [at.row, at.column, edit]);

  const keys = createGridKeys(cursor, actions);
  useGridClipboard(table, edit !== null, actions);
  const press = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (!spot || event.button !== 0 || (event.target instanceof HTMLInputElement)) return;
    touched.current = true;
    if (edit) actions.commit(edit.text);
    if (event.shiftKey) event.preventDefault();
    move(spot, event.shiftKey);
  };
  const drag = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (event.buttons === 1 && spot && spot.row >= 0 && !edit && (spot.row !== at.row || spot.column !== at.column)) move(spot, true);
  };
  const open = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    const column = spot && columns[spot.column];
    if (!column || spot.row < 0 || event.shiftKey) return;
    if (column.kind !== 'work' && column.kind !== 'part') onOpen(spot.row, column);
  };
  const write = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (spot && spot.row >= 0 && mayEdit && actions.isWork(spot.column) && !edit) setEdit({ text: actions.textAt(spot.row, spot.column), fresh: false });
  };
  // On a screen without keys the keyboard comes up with the cell.
  const tap = (event: PointerEvent) => { if (event.pointerType === 'touch') write(event); };

  return (
    <div className={classes.frame} role="presentation">
      <table ref={table} role="grid" className={classes.table} aria-label={t('gridLabel', { course: pickName(format, book.section.courseEl, book.section.courseEn) })} aria-multiselectable
        aria-rowcount={book.students.length + 2} aria-colcount={columns.length + 1} aria-readonly={!mayEdit}
        onMouseDown={press} onMouseOver={drag} onClick={open} onDoubleClick={write} onPointerUp={tap} onFocus={() => { touched.current = true; }} {...keys}
        onBlur={(event) => { if (edit && !event.currentTarget.contains(event.relatedTarget)) actions.commit(edit.text); }}>
        <GridHead total={book.scheme.categories.reduce((sum, { weight }) => sum + weight, 0)} columns={columns} focus={at.row === -1 ? at.column : -1} mayEditWork={mayEditWork} onOpen={(column) => onOpen(-1, column)} />
        <tbody>
          {lines.map((line, row) => {
            const isHere = at.row === row;
            const isChosen = row >= block.top && row <= block.bottom;
            return (
              <GridRow key={line.student.id} {...line} row={row} columns={columns} scale={book.scale} drafts={draftLines?.[row] ?? null} focus={isHere ? at.column : -1}
                from={isChosen ? block.left : -1} to={isChosen ? block.right : -2} edit={isHere ? edit : null} onEdit={isHere ? editText : ignore} />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
