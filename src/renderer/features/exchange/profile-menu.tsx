import { Button, Menu, ScrollArea, Text } from '@mantine/core';
import { IconChevronDown, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { useCommand, useQueryOf } from '../../client/index.ts';
import type { ImportData } from './import-page.tsx';
import { ProfileNameDialog } from './profile-name-dialog.tsx';
import { ProfilesDialog } from './profiles-dialog.tsx';

interface ProfileMenuProps { data: ImportData; busy: boolean; onChoose: (profileId: string | null) => void }

/** Reads a file by a profile, keeps how it is read as one, and leads to all of them. */
export function ProfileMenu({ data, busy, onChoose }: ProfileMenuProps) {
  const { t } = useTranslation('exchange');
  const profiles = useQueryOf('importProfiles.list', {}).data?.profiles ?? [];
  const update = useCommand('importProfiles.save'), save = useCommand('importProfiles.save', { handles: errorCodes });
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const { profile, import: { id: importId, fileName } } = data;
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="xs" variant="default" maw={360} disabled={busy} leftSection={<IconTemplate size={15} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
            {profile ? t('profile.of', { name: profile.name }) : t('profile.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={420}>
          {profiles.length > 0 && (
            <>
              <Menu.Label>{t('profile.readBy')}</Menu.Label>
              <ScrollArea.Autosize mah={260}>
                {profiles.map(({ id, name, target }) => (
                  <Menu.RadioItem key={id} value={id} checked={id === profile?.id} closeMenuOnClick onClick={() => onChoose(id)}
                    rightSection={<Text size="xs" ml="sm">{t(`target.${target}`)}</Text>}>{name}</Menu.RadioItem>
                ))}
              </ScrollArea.Autosize>
              <Menu.RadioItem value="" checked={!profile} closeMenuOnClick onClick={() => onChoose(null)}>{t('profile.none')}</Menu.RadioItem>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => setDialog('save')}>{t('profile.saveAs')}</Menu.Item>
          {profile && (
            <Menu.Item disabled={!profile.isChanged} onClick={() => update.mutate({ importId, id: profile.id, rev: profile.rev, name: profile.name })}>
              {t('profile.update', { name: profile.name })}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setDialog('manage')}>{t('profile.manage')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && (
        <ProfileNameDialog title={t('profile.save')} text={t('profile.saveText')} name={fileName.replace(/\.\w+$/, '').slice(0, 100)} onClose={close}
          send={(name) => save.mutateAsync({ importId, name })} />
      )}
      {dialog === 'manage' && <ProfilesDialog onClose={close} />}
    </>
  );
}
