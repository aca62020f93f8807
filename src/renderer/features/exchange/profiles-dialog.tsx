import { ActionIcon, Alert, Button, FileButton, Group, Modal, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconDownload, IconPencil, IconTemplate, IconTrash, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type Failure } from '#contract/errors.ts';
import type { ProfileSummary } from '#contract/import-profiles.ts';
import { call, reportFailure, toFailure, useCommand, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { useFormat } from '../../i18n/format.ts';
import { saveFile } from '../../platform/save-file.ts';
import { EmptyState, LoadState, MomentText } from '../../ui/index.ts';
import { ProfileNameDialog } from './profile-name-dialog.tsx';

/** A profile is some kilobytes; what is larger is some other file and is not even sent. */
const largest = 1024 * 1024;

/** The school's profiles: renamed, removed, and handed from school to school as files. */
export function ProfilesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['exchange', 'common']);
  const query = useQueryOf('importProfiles.list', {});
  const take = useCommand('importProfiles.import', { handles: errorCodes });
  const rename = useCommand('importProfiles.rename', { handles: errorCodes });
  const [named, setNamed] = useState<ProfileSummary | null>(null);
  const [added, setAdded] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const resetFile = useRef<() => void>(null);
  const add = async (file: File) => {
    setAdded('');
    setFailure(null);
    resetFile.current?.();
    try {
      if (file.size > largest) return setFailure({ code: 'refused', messageKey: 'importProfile.notAProfile' });
      setAdded((await take.mutateAsync({ content: new Uint8Array(await file.arrayBuffer()) })).name);
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const fromFile = (
    <FileButton resetRef={resetFile} accept=".json,application/json" onChange={(file) => file && void add(file)}>
      {(button) => <Button {...button} variant="default" loading={take.isPending} leftSection={<IconUpload size={16} aria-hidden />}>{t('profile.fromFile')}</Button>}
    </FileButton>
  );
  return (
    <>
      <Modal opened onClose={onClose} title={t('profile.all')} size="xl" closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
        <Stack>
          {failure && <Alert color="red" role="alert" title={t('profile.notAdded')}>{describeFailure(failure)}</Alert>}
          {added && <Alert color="teal" role="status">{t('profile.added', { name: added })}</Alert>}
          <LoadState query={query} lines={3}>
            {({ profiles }) => (profiles.length === 0 ? <EmptyState icon={<IconTemplate />} title={t('profile.empty')} text={t('profile.emptyText')}>{fromFile}</EmptyState> : (
              <>
                <ProfilesTable profiles={profiles} onRename={setNamed} />
                <Group justify="space-between"><Text size="sm" c="dimmed" maw={480}>{t('profile.fileText')}</Text>{fromFile}</Group>
              </>
            ))}
          </LoadState>
        </Stack>
      </Modal>
      {named && (
        <ProfileNameDialog title={t('profile.rename')} name={named.name} onClose={() => setNamed(null)} send={(name) => rename.mutateAsync({ id: named.id, rev: named.rev, name })} />
      )}
    </>
  );
}

function ProfilesTable({ profiles, onRename }: { profiles: ProfileSummary[]; onRename: (profile: ProfileSummary) => void }) {
  const { t } = useTranslation(['exchange', 'common']);
  const format = useFormat();
  const remove = useCommand('importProfiles.remove');
  const download = async (id: string) => {
    try {
      const { name, mime, content } = await call('importProfiles.export', { id });
      saveFile(name, mime, content);
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <Table.ScrollContainer minWidth={560} maxHeight={420}>
      <Table verticalSpacing={6} aria-label={t('profile.all')} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profile.name')}</Table.Th><Table.Th>{t('list.about')}</Table.Th><Table.Th>{t('mapping.title')}</Table.Th><Table.Th>{t('list.by')}</Table.Th><Table.Th>{t('profile.changed')}</Table.Th>
            <Table.Td w={110} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map((profile) => {
            const { id, rev, name, target, columns, createdBy, updatedAt } = profile;
            const actions = [
              { label: t('profile.rename'), aria: t('profile.renameWhat', { what: name }), Icon: IconPencil, act: () => onRename(profile) },
              { label: t('profile.export'), aria: t('profile.exportWhat', { what: name }), Icon: IconDownload, act: () => void download(id) },
              { label: t('common:actions.remove'), aria: t('common:removeWhat', { what: name }), Icon: IconTrash, act: () => remove.mutate({ id, rev }) },
            ];
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{t(`target.${target}`)}</Table.Td>
                <Table.Td>{format.number(columns)}</Table.Td>
                <Table.Td>{createdBy}</Table.Td>
                <Table.Td><MomentText at={updatedAt} /></Table.Td>
                <Table.Td>
                  <Group gap={4} wrap="nowrap" justify="flex-end">
                    {actions.map(({ label, aria, Icon, act }) => (
                      <Tooltip key={label} label={label}><ActionIcon variant="subtle" color="gray" aria-label={aria} onClick={act}><Icon size={16} aria-hidden /></ActionIcon></Tooltip>
                    ))}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
