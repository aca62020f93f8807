import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gradebook, Score } from '#contract/grading-parts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writeGrade, writeName } from '../write-grade.ts';
import type { Column } from './columns.ts';
import classes from './grid.module.css';
import { writeCell } from './rules-cell.ts';
import type { Edit } from './use-cursor.ts';
import type { Draft } from './use-scores.ts';
import { useLetters } from './use-letters.ts';

export interface GridRowProps {
  row: number; columns: readonly Column[]; student: Gradebook['students'][number]; scale: Gradebook['scale'];
  scores: readonly (Score | undefined)[]; drafts: readonly (Draft | undefined)[] | null;
  result: Gradebook['results'][number] | undefined; posted: Gradebook['posted'][number] | undefined; parts: readonly (number | undefined)[];
  /** The column that has the keyboard, -1 when another row has it; the chosen columns of this row. */
  focus: number; from: number; to: number; edit: Edit | null;
  onEdit: (text: string) => void;
}

/** One student's line. Drawn again only when something in it has changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, student, focus, from, to } = props;
  const { t } = useTranslation('grading');
  const format = useFormat();
  const name = writeName(format, student);
  const note = [student.enteredOn && t('entered', { date: format.shortDay(student.enteredOn) }), student.leftOn && t('left', { date: format.shortDay(student.leftOn) })].filter(Boolean).join(', ');
  return (
    <tr aria-rowindex={row + 3}>
      <th scope="row" className={classes.name} data-left={student.leftOn ? true : undefined} title={name}>
        <span className={classes.nameText}>{name}</span>
        {note && <span className={classes.note}>{note}</span>}
      </th>
      {columns.map((column, index) => (
        <Cell key={column.id} {...props} column={column} index={index} isFocus={focus === index} isChosen={index >= from && index <= to} />
      ))}
    </tr>
  );
});

type CellProps = GridRowProps & { column: Column; index: number; isFocus: boolean; isChosen: boolean };

function Cell(props: CellProps) {
  const { column, row, index, isFocus, isChosen, edit, onEdit, scores, drafts } = props;
  const { t } = useTranslation('grading');
  const common = {
    role: 'gridcell', 'aria-colindex': index + 2, 'data-row': row, 'data-column': index, tabIndex: isFocus ? 0 : -1, 'aria-selected': isChosen,
    'data-focus': isFocus || undefined, 'data-chosen': isChosen || undefined,
  } as const;
  if (column.kind !== 'work') return <ResultCell {...props} common={common} />;
  const score = scores[index];
  const draft = drafts?.[index];
  return (
    <td {...common} className={classes.cell} data-state={draft?.cell?.state ?? score?.state} data-draft={draft?.status} aria-invalid={draft?.status === 'invalid' || draft?.status === 'conflict' || undefined}>
      {isFocus && edit ? (
        <input className={classes.input} value={edit.text} aria-label={column.work.title} autoFocus autoComplete="off" onFocus={(event) => { if (!edit.fresh) event.currentTarget.select(); }}
          onChange={(event) => onEdit(event.currentTarget.value)} />
      ) : <WorkText score={score} draft={draft} />}
      {(draft?.comment ?? score?.comment) && <span className={classes.dot} title={draft?.comment ?? score?.comment ?? ''}><span className={classes.hidden}>{t('bar.comment')}</span></span>}
    </td>
  );
}

function WorkText({ score, draft }: { score: Score | undefined; draft: Draft | undefined }) {
  const format = useFormat();
  const letters = useLetters();
  if (draft && !draft.cell) return draft.text;
  return writeCell(draft?.cell ?? score, letters, format.number);
}

function ResultCell({ column, common, result, posted, parts, index, scale }: CellProps & { common: object }) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  if (column.kind === 'part') {
    const value = parts[index];
    return <td {...common} className={classes.cell}>{value === undefined ? '' : writeGrade(format, scale, value)}</td>;
  }
  if (column.kind === 'soFar') {
    const partly = result?.percent != null && result.covered < 1;
    return (
      <td {...common} className={`${classes.cell} ${classes.soFar}`}>
        {result?.value == null ? '' : <strong>{writeGrade(format, scale, result.value)}</strong>}
        {partly && <span className={classes.note}>{t('graded', { share: format.percent(result.covered) })}</span>}
      </td>
    );
  }
  const differs = posted && result?.value != null && result.value !== posted.value;
  return (
    <td {...common} className={`${classes.cell} ${classes.grade}`} data-differs={differs || undefined}>
      {posted ? writeGrade(format, scale, posted.value) : ''}
      {posted && (posted.isOverride || posted.isCorrection) && <span className={classes.note}>{t(posted.isCorrection ? 'given.correction' : 'given.override')}</span>}
    </td>
  );
}
