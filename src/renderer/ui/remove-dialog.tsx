import { List, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeEntity } from '../i18n/dynamic.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { LoadState } from './load-state.tsx';

export interface RemoveDialogProps {
  /** How people call the record. */
  what: string;
  /** The answer of a `….dependents` query. */
  query: UseQueryResult<{ dependents: { entity: string; count: number }[] }>;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a removal that takes other records along, and lists them. */
export function RemoveDialog({ what, query, busy, onConfirm, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const list = (
    <LoadState query={query} lines={2}>
      {({ dependents }) => (dependents.length === 0 ? <Text size="sm">{t('removal.alone')}</Text> : (
        <>
          <Text size="sm" mb={6}>{t('removal.with')}</Text>
          <List size="sm">
            {dependents.map(({ entity, count }) => <List.Item key={entity}>{describeEntity(entity)}: {count}</List.Item>)}
          </List>
        </>
      ))}
    </LoadState>
  );
  return (
    <ConfirmDialog opened title={t('removal.title', { what })} text={list} action={t('actions.remove')} dangerous busy={busy || query.isPending}
      onConfirm={onConfirm} onClose={onClose} />
  );
}
