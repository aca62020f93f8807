import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { describeEntity } from '../../i18n/dynamic.ts';
import { LoadState } from '../load-state.tsx';
import { ChangeCells } from './change-cells.tsx';
import { ChangeHead } from './change-head.tsx';
import { UndoChange } from './undo-change.tsx';
import { useValueWords } from './use-value-words.ts';
import { writeValue } from './write-value.ts';

const step = 50;
const actionColors = { create: 'teal', change: 'blue', remove: 'orange' } as const;

export interface ChangeDetailsProps {
  id: number;
  /** Only the rows of this student. */
  studentId?: string | null;
  /** Without the head, where the list above already says it. */
  bare?: boolean;
}

/** One change set: who and when, what stands on it, and every row with its old and new values. */
export function ChangeDetails({ id, studentId = null, bare }: ChangeDetailsProps) {
  const { t } = useTranslation(['history', 'common']);
  const words = useValueWords();
  const [limit, setLimit] = useState(step);
  const query = useQueryOf('history.get', { id, studentId, limit }, { keep: true });
  return (
    <LoadState query={query} lines={8}>
      {({ summary, changes, total, blockers }) => (
        <Stack>
          {!bare && <ChangeHead summary={summary} />}
          <UndoChange summary={summary} blockers={blockers} />
          {changes.map((change) => (
            <Stack key={`${change.entity} ${change.rowId} ${change.action}`} gap={6}>
              <Group gap="xs">
                <Badge color={actionColors[change.action]} variant="light" tt="none" fw={600}>{t(`action.${change.action}`)}</Badge>
                <Title order={3} size="h4">{describeEntity(change.entity)}{change.label && `: ${change.label}`}</Title>
              </Group>
              <ChangeCells caption={`${describeEntity(change.entity)} ${change.label ?? ''}`} cells={change.cells.map(({ field, before, after }) => ({
                field, before: writeValue(field, before, words), after: writeValue(field, after, words),
              }))} />
            </Stack>
          ))}
          {changes.length < total && (
            <Group>
              <Button variant="default" size="xs" loading={query.isFetching} disabled={limit >= 500} onClick={() => setLimit(Math.min(limit + 150, 500))}>{t('common:actions.showMore')}</Button>
              <Text size="sm" c="dimmed">{t('shown', { shown: changes.length, total })}</Text>
            </Group>
          )}
        </Stack>
      )}
    </LoadState>
  );
}
