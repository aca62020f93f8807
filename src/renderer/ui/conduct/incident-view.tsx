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
import { IncidentDialog } from './incident-dialog.tsx';
import { IncidentMarks, StudentLinks } from './marks.tsx';

/** One incident with its follow-up, in a dialog. */
export function IncidentView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['conduct', 'common']);
  const query = useQueryOf('incidents.get', { id });
  const [step, setStep] = useState<'look' | 'edit' | 'remove'>('look');
  if (step === 'edit' && query.data) return <IncidentDialog incident={query.data.incident} onClose={() => setStep('look')} />;
  if (step === 'remove' && query.data) return <RemoveIncident incident={query.data.incident} onClose={() => setStep('look')} onDone={onClose} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('incident.one')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <LoadState query={query} lines={6}>{(data) => <Details data={data} onEdit={() => setStep('edit')} onRemove={() => setStep('remove')} />}</LoadState>
    </Modal>
  );
}

function Details({ data: { incident, log }, onEdit, onRemove }: { data: Output<'incidents.get'>; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation(['conduct', 'common', 'fields']);
  const format = useFormat();
  const may = useMay();
  const save = useCommand('incidents.saveFollowUp', { handles: errorCodes });
  const remove = useCommand('incidents.removeFollowUp');
  const when = [format.longDate(incident.date), incident.time, incident.place].filter(Boolean).join(' · ');
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{t(`incident.kind.${incident.kind}`)}</Text>
          <Text size="sm" c="dimmed">{when}{incident.author && ` · ${incident.author}`}</Text>
        </div>
        <IncidentMarks incident={incident} />
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{incident.description}</Text>
      <div>
        <Text size="xs" c="dimmed">{t('incident.involved')}</Text>
        {incident.students.map((student) => (
          <Group key={student.studentId} gap="xs"><StudentLinks students={[student]} /><Text size="sm" c="dimmed">{t(`incident.role.${student.role}`)}</Text></Group>
        ))}
        {incident.others > 0 && <Text size="sm" c="dimmed">{t('incident.others', { count: incident.others })}</Text>}
        {incident.students.length + incident.others === 0 && <Text size="sm" c="dimmed">{t('incident.nobody')}</Text>}
      </div>
      {incident.action && <div><Text size="xs" c="dimmed">{t('fields:action')}</Text><Text size="sm" style={{ whiteSpace: 'pre-line' }}>{incident.action}</Text></div>}
      <FollowUpLog log={log} mayEdit={may('conduct:edit')} onSave={(entry) => save.mutateAsync({ incidentId: incident.id, ...entry })}
        onRemove={(entry) => remove.mutate({ id: entry.id, rev: entry.rev })} />
      {may('conduct:edit') && (
        <Group justify="flex-end">
          {may('conduct:delete') && <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>{t('common:actions.remove')}</Button>}
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>{t('common:actions.edit')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function RemoveIncident({ incident, onClose, onDone }: { incident: { id: string; rev: number }; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('conduct');
  const query = useQueryOf('incidents.dependents', { id: incident.id });
  const remove = useCommand('incidents.remove');
  return (
    <RemoveDialog what={t('incident.what')} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: incident.id, rev: incident.rev }, { onSuccess: onDone, onError: onClose })} />
  );
}
