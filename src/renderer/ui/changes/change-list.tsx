import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { describeEntity } from '../../i18n/dynamic.ts';
import { ChangeCells } from './change-cells.tsx';
import { useChangeWords } from './use-change-words.ts';
import { writeCell } from './write-cell.ts';

type Change = Output<'audit.get'>['changes'][number];
const actionColors = { create: 'teal', change: 'blue', remove: 'orange' } as const;
/** What one answer holds at most. */
const most = 500;
const step = 150;

export interface ChangeListProps {
  changes: Change[];
  total: number;
  /** How many are asked for now. */
  limit: number;
  loading: boolean;
  onLimit: (limit: number) => void;
}

/** Rows that a change set touched, each with its old and new values. */
export function ChangeList({ changes, total, limit, loading, onLimit }: ChangeListProps) {
  const { t } = useTranslation(['history', 'common']);
  const words = useChangeWords();
  return (
    <>
      {changes.map((change) => (
        <Stack key={`${change.entity} ${change.rowId} ${change.action}`} gap={6}>
          <Group gap="xs">
            <Badge color={actionColors[change.action]} variant="light" c="var(--mantine-color-text)" tt="none" fw={600}>{t(`action.${change.action}`)}</Badge>
            <Title order={3} size="h4">{describeEntity(change.entity)}{change.label && `: ${change.label}`}</Title>
          </Group>
          <ChangeCells caption={`${describeEntity(change.entity)} ${change.label ?? ''}`} cells={change.cells.map((cell) => writeCell(cell, words))} />
        </Stack>
      ))}
      {changes.length < total && (
        <Group>
          <Button variant="default" size="xs" loading={loading} disabled={limit >= most} onClick={() => onLimit(Math.min(limit + step, most))}>{t('common:actions.showMore')}</Button>
          <Text size="sm" c="dimmed">{t('shown', { shown: changes.length, total })}</Text>
        </Group>
      )}
    </>
  );
}
