import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Gradebook } from '#contract/grading-parts.ts';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from './grid/columns.ts';
import { writeCell } from './grid/rules-cell.ts';
import type { CursorControl } from './grid/use-cursor.ts';
import { useLetters } from './grid/use-letters.ts';
import { keyOf, type Draft, type Scores } from './grid/use-scores.ts';
import { writeName } from './write-grade.ts';

export interface CellBarProps {
  book: Gradebook; columns: readonly Column[]; scores: Scores; cursor: CursorControl; mayEdit: boolean;
  /** Gives the chosen cells a state, by its letter. */
  onState: (letter: string) => void;
  onComment: () => void;
}
const states = ['missing', 'exempt', 'excused', 'absent', 'incomplete'] as const;

/** The line under the grid: whose mark has the keyboard and what it is, what went wrong with it, and what the mouse can do. */
export function CellBar({ book, columns, scores, cursor: { at }, mayEdit, onState, onComment }: CellBarProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const letters = useLetters();
  const student = book.students[at.row], column = columns[at.column];
  const isWork = column?.kind === 'work';
  const key = student && isWork ? keyOf(column.id, student.id) : null;
  const score = key === null ? undefined : scores.scores.get(key);
  const draft = key === null ? undefined : scores.drafts.get(key);
  const unsaved = [...scores.drafts].filter(([, { status }]) => status === 'failed').map(([name]) => name);
  const sending = [...scores.drafts.values()].some(({ status }) => status === 'sent' || status === 'waiting');
  const text = draft && !draft.cell ? draft.text : writeCell(draft?.cell ?? score, letters, format.number);
  const state = draft?.cell?.state ?? score?.state ?? null;
  return (
    <Group justify="space-between" gap="sm" wrap="wrap" mih={36} className="no-print">
      <Text size="sm" component="div" role="status" style={{ flex: 1, minWidth: 240 }}>
        {student && isWork ? (
          <>
            <strong>{writeName(format, student)}</strong> · {column.work.title} ({t('bar.of', { max: format.number(column.work.maxScore) })}): {text || t('empty')}
            {state && state !== 'scored' && ` (${t(`state.${state}`)})`}
            {score?.comment && <Text span size="sm" c="dimmed"> – {score.comment}</Text>}
          </>
        ) : t('bar.select')}
        {draft && key !== null && <Problem draft={draft} theirs={score ? writeCell(score, letters, format.number) : null} onMine={() => scores.insist([key])} onTheirs={() => scores.drop(key)} />}
      </Text>
      <Group gap="xs">
        {unsaved.length > 0 && (
          <>
            <Text size="sm" c="var(--mantine-color-error)">{t('bar.unsaved', { count: unsaved.length })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => scores.insist(unsaved)}>{t('bar.retry')}</Button>
          </>
        )}
        {sending && <Text size="sm" c="dimmed">{t('bar.saving')}</Text>}
        {mayEdit && key !== null && (
          <>
            <Menu position="top-end">
              <Menu.Target><Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>{t('bar.states')}</Button></Menu.Target>
              <Menu.Dropdown>
                {states.map((one) => <Menu.Item key={one} rightSection={<Text size="xs" c="dimmed">{letters[one]}</Text>} onClick={() => onState(letters[one])}>{t(`state.${one}`)}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
            <Button size="compact-sm" variant="default" leftSection={<IconMessage size={14} aria-hidden />} disabled={!score} onClick={onComment}>{t('bar.comment')}</Button>
          </>
        )}
      </Group>
    </Group>
  );
}

function Problem({ draft, theirs, onMine, onTheirs }: { draft: Draft; theirs: string | null; onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('grading');
  if (draft.status === 'conflict') {
    return (
      <Group gap="xs">
        <Text size="sm" c="var(--mantine-color-error)">{theirs === null ? t('bar.theirsEmpty') : t('bar.theirs', { theirs })}</Text>
        <Button size="compact-xs" variant="default" onClick={onMine}>{t('bar.keepMine')}</Button>
        <Button size="compact-xs" variant="default" onClick={onTheirs}>{t('bar.takeTheirs')}</Button>
      </Group>
    );
  }
  const { problem } = draft;
  const known = problem === 'notNumber' || problem === 'valueOverMax' || problem === 'decimals' || problem === 'valueMissing';
  return draft.status === 'invalid' ? <Text size="sm" c="var(--mantine-color-error)">{t(`invalid.${known ? problem : 'notNumber'}`)}</Text> : null;
}
