import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gradebook } from '#contract/grading-parts.ts';
import type { Input } from '#contract/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { LeaveGuard } from '../../ui/index.ts';
import type { Overlay } from './book-view.tsx';
import { CellBar } from './cell-bar.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import type { Column } from './grid/columns.ts';
import { Grid } from './grid/grid.tsx';
import { placeTable, readTable, writeTable, type Block } from './grid/rules-block.ts';
import { writeCell } from './grid/rules-cell.ts';
import { useCursor } from './grid/use-cursor.ts';
import type { GridActions } from './grid/use-grid-keys.ts';
import { useLetters } from './grid/use-letters.ts';
import { keyOf, useScores, type Change } from './grid/use-scores.ts';
import { writeGrade } from './write-grade.ts';

export interface BookGridProps {
  book: Gradebook; input: Input<'gradebook.get'>; columns: readonly Column[]; reason: string | null; onOverlay: (overlay: Overlay) => void;
  /** Whether marks may be entered, and whether the work that they are for may be changed. */
  mayEdit: boolean; mayEditWork: boolean;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The grid with what its keys do, and the line below it that says what the chosen cell holds. */
export function BookGrid({ book, input, columns, reason, mayEdit, mayEditWork, onOverlay }: BookGridProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const letters = useLetters();
  const scores = useScores(book, input, reason);
  const plain = useCursor(book.students.length, columns.length);
  // What stood in the cell when writing began: a colleague's entry may come in before it is finished, and must not be overwritten unseen.
  const begun = useRef(0);
  const [commented, setCommented] = useState<string | null>(null);
  const { at, block } = plain;
  const keyAt = (row: number, column: number): string | null => {
    const student = book.students[row], work = columns[column];
    return student && work?.kind === 'work' ? keyOf(work.id, student.id) : null;
  };
  const cursor = {
    ...plain,
    setEdit(next: Parameters<typeof plain.setEdit>[0]) {
      if (next && !plain.edit) begun.current = scores.scores.get(keyAt(at.row, at.column) ?? '')?.rev ?? 0;
      plain.setEdit(next);
    },
  };
  const textAt = (row: number, column: number): string => {
    const key = keyAt(row, column);
    if (key !== null) {
      const draft = scores.drafts.get(key);
      return draft && !draft.cell ? draft.text : writeCell(draft?.cell ?? scores.scores.get(key), letters, format.number);
    }
    const kind = columns[column]?.kind;
    const of = (rows: readonly { studentId: string; value: number | null }[]) => rows.find(({ studentId }) => studentId === book.students[row]?.id)?.value ?? null;
    const value = kind === 'soFar' ? of(book.results) : kind === 'grade' ? of(book.posted) : null;
    return value === null ? '' : writeGrade(format, book.scale, value);
  };
  const changeAt = (row: number, column: number, text: string): Change[] => {
    const student = book.students[row], work = columns[column];
    return student && work?.kind === 'work' ? [{ assessmentId: work.id, studentId: student.id, text }] : [];
  };
  const overBlock = (of: Block, textOf: (row: number, column: number) => string) =>
    scores.enter(range(Math.max(0, of.top), of.bottom).flatMap((row) => range(of.left, of.right).flatMap((column) => changeAt(row, column, textOf(row, column)))));
  const open = (row: number, column: Column | undefined) => {
    const student = book.students[row];
    if (column?.kind === 'work' && row < 0 && mayEditWork) onOverlay({ kind: 'work', work: column.work });
    if (column?.kind === 'soFar' && student) onOverlay({ kind: 'why', student });
    if (column?.kind === 'grade' && student && book.posted.some(({ studentId }) => studentId === student.id)) onOverlay({ kind: 'grade', student });
  };
  const comment = () => { if (mayEdit && keyAt(at.row, at.column) !== null) setCommented(keyAt(at.row, at.column)); };

  const actions: GridActions = {
    rows: book.students.length, columns: columns.length, mayEdit, textAt, comment,
    isWork: (column) => columns[column]?.kind === 'work',
    commit(text) {
      cursor.setEdit(null);
      scores.enter(changeAt(at.row, at.column, text).map((change) => ({ ...change, base: begun.current })));
    },
    empty: () => overBlock(block, () => ''),
    fillDown: () => overBlock({ ...block, top: block.top + 1 }, (_row, column) => textAt(block.top, column)),
    copy: () => writeTable(range(Math.max(0, block.top), block.bottom).map((row) => range(block.left, block.right).map((column) => textAt(row, column)))),
    paste(text) {
      const { cells, outside } = placeTable(readTable(text), { ...block, top: Math.max(0, block.top) }, { rows: book.students.length, columns: columns.filter(({ kind }) => kind === 'work').length });
      scores.enter(cells.flatMap((cell) => changeAt(cell.row, cell.column, cell.text)));
      if (outside > 0) notifications.show({ message: t('pasted', { count: outside }), color: 'orange' });
    },
    open: () => open(at.row, columns[at.column]),
    giveUp: () => { const key = keyAt(at.row, at.column); if (key !== null) scores.drop(key); },
  };
  return (
    <>
      <div style={{ flex: 1, minHeight: 0 }}>
        <Grid book={book} columns={columns} scores={scores} cursor={cursor} actions={actions} mayEdit={mayEdit} mayEditWork={mayEditWork} onOpen={open} />
      </div>
      <CellBar book={book} columns={columns} scores={scores} cursor={cursor} mayEdit={mayEdit} onState={(text) => overBlock(block, () => text)} onComment={comment} />
      {commented !== null && (
        <CommentDialog score={scores.scores.get(commented)} onClose={() => setCommented(null)} onSave={(text) => {
          const [assessmentId = '', studentId = ''] = commented.split(' ');
          scores.enter([{ assessmentId, studentId, text: writeCell(scores.scores.get(commented), letters, format.number), comment: text }]);
        }} />
      )}
      <LeaveGuard isDirty={() => [...scores.drafts.values()].some(({ status }) => status !== 'sent' && status !== 'waiting')} />
    </>
  );
}
