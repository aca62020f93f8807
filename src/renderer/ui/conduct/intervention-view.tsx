import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { LoadState } from '../load-state.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { FollowUpLog } from './follow-up-log.tsx';
import { InterventionDialog } from './intervention-dialog.tsx';
import { InterventionMarks, StudentLinks } from './marks.tsx';

/** One intervention with its follow-up, in a dialog. */
export function InterventionView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['conduct', 'common']);
  const query = useQueryOf('interventions.get', { id });
  const [step, setStep] = useState<'look' | 'edit' | 'remove'>('look');
  if (step === 'edit' && query.data) return <InterventionDialog intervention={query.data.intervention} onClose={() => setStep('look')} />;
  if (step === 'remove' && query.data) return <RemoveIntervention intervention={query.data.intervention} onClose={() => setStep('look')} onDone={onClose} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('intervention.one')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <LoadState query={query} lines={6}>{(data) => <Details data={data} onEdit={() => setStep('edit')} onRemove={() => setStep('remove')} />}</LoadState>
    </Modal>
  );
}

function Details({ data: { intervention, log }, onEdit, onRemove }: { data: Output<'interventions.get'>; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation(['conduct', 'common', 'fields']);
  const format = useFormat();
  const may = useMay();
  const save = useCommand('interventions.saveFollowUp', { handles: errorCodes });
  const remove = useCommand('interventions.removeFollowUp');
  const span = [format.date(intervention.startDate), intervention.endDate ? format.date(intervention.endDate) : '…'].join(' – ');
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{t(`intervention.kind.${intervention.kind}`)}</Text>
          <Text size="sm" c="dimmed">{span}{intervention.owner && ` · ${intervention.owner}`}</Text>
          <StudentLinks students={[intervention.student]} />
        </div>
        <InterventionMarks intervention={intervention} />
      </Group>
      <div><Text size="xs" c="dimmed">{t('fields:goal')}</Text><Text size="sm" style={{ whiteSpace: 'pre-line' }}>{intervention.goal}</Text></div>
      {intervention.outcome && <div><Text size="xs" c="dimmed">{t('fields:outcome')}</Text><Text size="sm" style={{ whiteSpace: 'pre-line' }}>{intervention.outcome}</Text></div>}
      <FollowUpLog log={log} mayEdit={may('interventions:edit')} onSave={(entry) => save.mutateAsync({ interventionId: intervention.id, ...entry })}
        onRemove={(entry) => remove.mutate({ id: entry.id, rev: entry.rev })} />
      {may('interventions:edit') && (
        <Group justify="flex-end">
          {may('interventions:delete') && <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>{t('common:actions.remove')}</Button>}
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>{t('common:actions.edit')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function RemoveIntervention({ intervention, onClose, onDone }: { intervention: { id: string; rev: number }; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('conduct');
  const query = useQueryOf('interventions.dependents', { id: intervention.id });
  const remove = useCommand('interventions.remove');
  return (
    <RemoveDialog what={t('intervention.what')} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: intervention.id, rev: intervention.rev }, { onSuccess: onDone, onError: onClose })} />
  );
}
