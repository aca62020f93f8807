import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blocker, ChangeSummary } from '#contract/history.ts';
import { findProcedure } from '#contract/index.ts';
import { useCommand, useMay } from '../../client/index.ts';
import { describeProcedure } from '../../i18n/dynamic.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { BlockedAlert } from './blockers.tsx';

/** Takes a change set back after a question; says what stands on it when it cannot be. */
export function UndoChange({ summary, blockers }: { summary: ChangeSummary; blockers: Blocker[] }) {
  const { t } = useTranslation(['history', 'common']);
  const may = useMay();
  const undo = useCommand('history.undo');
  const [asking, setAsking] = useState(false);
  const procedure = findProcedure(summary.procedure);
  const undoable = procedure?.kind === 'command' && procedure.undoable === true;
  if (summary.undoneBy !== null || !undoable || !may('history:undo')) return null;
  const standing = undo.data?.undone === false ? undo.data.blockers : blockers;
  const what = describeProcedure(summary.procedure);
  const run = () => undo.mutate({ id: summary.id }, {
    onSuccess: ({ undone }) => {
      if (undone) notifications.show({ message: t('common:undo.doneWhat', { what }), color: 'teal' });
    },
    onSettled: () => setAsking(false),
  });
  if (standing.length > 0) return <BlockedAlert blockers={standing} />;
  return (
    <Group>
      <Button variant="light" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setAsking(true)}>{t('takeBack')}</Button>
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} busy={undo.isPending} action={t('takeBack')}
        title={t('takeBackTitle')} text={t('takeBackText', { what, rows: t('common:row', { count: summary.rows }) })} />
    </Group>
  );
}
