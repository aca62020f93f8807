import { ActionIcon, AppShell, Avatar, Burger, Group, Kbd, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKeyboard, IconLock, IconLogout, IconSearch, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lockSession, reportFailure, signOut, useMe } from '../client/index.ts';
import { pickName, useFormat } from '../i18n/format.ts';
import { writeShortcut } from '../platform/system.ts';
import { PreviewBanner } from './preview-banner.tsx';
import classes from './shell-header.module.css';

/** The height of the header without a banner, in pixels. */
export const headerHeight = 56;

export interface ShellHeaderProps {
  menuOpen: boolean;
  onMenu: () => void;
  onPalette: () => void;
  onHelp: () => void;
}

/** The top of the window: the school, the search palette, and the user's own menu. */
export function ShellHeader({ menuOpen, onMenu, onPalette, onHelp }: ShellHeaderProps) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const format = useFormat();
  return (
    <AppShell.Header style={{ display: 'flex', flexDirection: 'column' }}>
      <PreviewBanner />
      <Group px="md" style={{ flex: 1, minHeight: 0 }} justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Burger opened={menuOpen} onClick={onMenu} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
          <Link to="/" className={classes.school}>
            <Text fw={600} truncate>{me && pickName(format, me.school.nameEl, me.school.nameEn)}</Text>
            <Text size="xs" c="dimmed">{me?.school.yearLabel}</Text>
          </Link>
        </Group>
        <UnstyledButton className={classes.search} onClick={onPalette} aria-keyshortcuts="Control+K">
          <IconSearch size={16} aria-hidden />
          <span className={classes.searchText}>{t('palette')}</span>
          <Kbd size="xs" visibleFrom="sm">{writeShortcut('K')}</Kbd>
        </UnstyledButton>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={onHelp} aria-label={t('shortcuts')} visibleFrom="sm">
            <IconKeyboard size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
          <UserMenu onHelp={onHelp} />
        </Group>
      </Group>
    </AppShell.Header>
  );
}

function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const format = useFormat();
  const run = (task: () => Promise<void>) => () => void task().catch(reportFailure);
  return (
    <Menu position="bottom-end" width={250} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" radius="xl">
          <VisuallyHidden>{t('userMenu')}</VisuallyHidden>
          <Avatar name={me?.user.displayName} size={30} color="ink" variant="filled" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">{me?.user.displayName}</Text>
          <Text size="xs">{me?.roles.map((role) => pickName(format, role.nameEl, role.nameEn)).join(', ')}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} aria-hidden />}>{t('nav.settings')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp} rightSection={<Kbd size="xs">?</Kbd>}>{t('shortcuts')}</Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={run(lockSession)} rightSection={<Kbd size="xs">{writeShortcut('L')}</Kbd>}>
          {t('lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={run(signOut)}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
