import { Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Blocker } from '#contract/history.ts';
import type { Failure } from '#contract/errors.ts';
import { undoOwn } from '../client/index.ts';
import { describeEntity, describeFailure, describeField, describeProcedure } from '../i18n/dynamic.ts';
import { i18next } from '../i18n/index.ts';

/** How long Undo stays in sight, in milliseconds. */
const undoFor = 12_000;
/** The offers in sight. */
const offered = new Set<string>();

function UndoOffer({ what, changeSetId, id }: { what: string; changeSetId: number; id: string }) {
  const { t } = useTranslation();
  const undo = () => {
    notifications.hide(id);
    void undoOwn(changeSetId);
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{what}</Text>
      <Button size="compact-sm" variant="light" onClick={undo}>{t('actions.undo')}</Button>
    </Group>
  );
}

/** Says that a command went through and offers to take it back. */
export function showUndoOffer(procedure: string, changeSetId: number): void {
  const id = `undo-${changeSetId}`;
  offered.add(id);
  notifications.show({
    id, autoClose: undoFor, color: 'teal', onClose: () => offered.delete(id),
    message: <UndoOffer id={id} what={describeProcedure(procedure)} changeSetId={changeSetId} />,
  });
}

/** Takes the offers of Undo out of sight: they are for who is signed in, at their open window. */
export function withdrawUndoOffers(): void {
  for (const id of offered) notifications.hide(id);
}

/** Says that something was taken back. */
export function showUndone(procedure: string | null): void {
  const message = procedure ? i18next.t('undo.doneWhat', { what: describeProcedure(procedure) }) : i18next.t('undo.done');
  notifications.show({ message, color: 'teal' });
}

/** What stands on a change, in plain words. */
export function BlockerList({ blockers }: { blockers: Blocker[] }) {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={2}>
      {blockers.slice(0, 8).map((blocker) => (
        <List.Item key={`${blocker.entity}${blocker.rowId}`}>
          {t('undo.blocker', { entity: describeEntity(blocker.entity), label: blocker.label ?? '' })}
          {blocker.fields.length > 0 && (
            <Text span c="dimmed" size="sm"> – {t('undo.blockerFields', { fields: blocker.fields.map(describeField).join(', ') })}</Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}

/** Says why something cannot be taken back. */
export function showBlocked(blockers: Blocker[]): void {
  if (blockers.length === 0) {
    notifications.show({ message: i18next.t('undo.nothing') });
    return;
  }
  notifications.show({
    title: i18next.t('undo.blockedTitle'), color: 'orange', autoClose: false,
    message: (
      <Stack gap={4}>
        <Text size="sm">{i18next.t('undo.blockedText')}</Text>
        <BlockerList blockers={blockers} />
      </Stack>
    ),
  });
}

/** Says what went wrong, with the number to quote to support. */
export function showFailure(failure: Failure): void {
  const reference = failure.reference ? `\n${i18next.t('reference', { reference: failure.reference })}` : '';
  notifications.show({
    id: `failure-${failure.code}-${failure.messageKey ?? ''}`, color: 'red', autoClose: 10_000,
    title: i18next.t('failed'), message: describeFailure(failure) + reference, style: { whiteSpace: 'pre-line' },
  });
}
