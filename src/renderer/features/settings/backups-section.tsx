import { Box, Button, Group, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Backup } from '#contract/setup.ts';
import { useJob, useMay, useQueryOf, queryClient } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { JobProgress, LoadState } from '../../ui/index.ts';
import { BackupPlan } from './backup-plan.tsx';
import { RestoreDialog, type RestoreTarget } from './restore-dialog.tsx';
import { Section } from './section.tsx';
import { writeSize } from './write-size.ts';

/** Back up now, every night, and the way back. */
export function BackupsSection({ settings }: { settings: Output<'settings.get'> | null }) {
  const { t } = useTranslation(['settings', 'common']);
  const may = useMay();
  const list = useQueryOf('backups.list', {});
  const job = useJob('backups.run');
  const [restoring, setRestoring] = useState<RestoreTarget | null>(null);
  const run = async () => {
    if ((await job.start({})) === null) return;
    notifications.show({ message: t('backups.made'), color: 'teal' });
    // A file beside the database is no row: no event tells of it.
    void queryClient.invalidateQueries({ queryKey: ['backups.list'] });
    void queryClient.invalidateQueries({ queryKey: ['home.overview'] });
  };
  return (
    <Section id="backups" title={t('backups.title')} text={t('backups.text')}>
      {settings && may('settings:edit') && <BackupPlan data={settings} />}
      <Group my="md">
        <Button onClick={() => void run()} disabled={job.running}>{t('backups.run')}</Button>
        {may('backups:restore') && <Button variant="default" onClick={() => setRestoring({ kind: 'file' })}>{t('backups.restoreOther')}</Button>}
      </Group>
      {job.progress && <Box mb="md"><JobProgress progress={job.progress} label={t('backups.running')} onCancel={job.cancel} /></Box>}
      <Title order={3} size="h4" mb={4}>{t('backups.list')}</Title>
      <LoadState query={list}>
        {({ folder, backups }) => (
          <>
            <Text size="xs" c="dimmed" ff="monospace" mb="xs" style={{ overflowWrap: 'anywhere' }}>{folder}</Text>
            {backups.length === 0 ? <Text size="sm" c="dimmed">{t('backups.none')}</Text>
              : <BackupTable backups={backups} onRestore={may('backups:restore') ? (backup) => setRestoring({ kind: 'listed', backup }) : null} />}
          </>
        )}
      </LoadState>
      <RestoreDialog target={restoring} onClose={() => setRestoring(null)} />
    </Section>
  );
}

function BackupTable({ backups, onRestore }: { backups: Backup[]; onRestore: ((backup: Backup) => void) | null }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={420} maxHeight={320}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('backups.when')}</Table.Th><Table.Th scope="col">{t('backups.why')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('backups.size')}</Table.Th>{onRestore && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((backup) => (
            <Table.Tr key={backup.name}>
              <Table.Td>{format.moment(backup.createdAt)}</Table.Td>
              <Table.Td>{t(`backups.reason.${backup.reason}`)}</Table.Td>
              <Table.Td ta="right">{writeSize(t, backup.size)}</Table.Td>
              {onRestore && (
                <Table.Td ta="right">
                  <Button size="compact-sm" variant="subtle" aria-label={t('backups.restoreThis', { when: format.moment(backup.createdAt) })} onClick={() => onRestore(backup)}>
                    {t('backups.restore')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
