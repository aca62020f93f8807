import { AppShell, Box, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../client/index.ts';
import { FileDrop } from '../ui/index.ts';
import { Palette } from './palette/palette.tsx';
import { bannerHeight } from './preview-banner.tsx';
import { screenGroups, screens } from './screens.ts';
import { headerHeight, ShellHeader } from './shell-header.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useFileImport } from './use-file-import.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame around every screen: menu, header, search palette, shortcuts, idle lock, and the whole window as a drop place. */
export function Shell() {
  const { t } = useTranslation('shell');
  const may = useMay();
  const isPreview = Boolean(useMe()?.preview);
  const [menu, { toggle, close }] = useDisclosure(false);
  const [palette, paletteIs] = useDisclosure(false);
  const [help, helpIs] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // At once, not with the next frame: who presses Ctrl+K goes on typing, and those letters belong to the palette's field.
  const openPalette = useCallback(() => flushSync(paletteIs.open), [paletteIs.open]);
  useShortcuts({ openPalette, openHelp: helpIs.open });
  useIdleLock();
  useFileImport();
  useEffect(() => {
    close();
    focusTitle();
  }, [path, close]);

  return (
    <AppShell header={{ height: isPreview ? headerHeight + bannerHeight : headerHeight }} navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !menu } }} padding="md">
      <a href="#content" className="skip-link" onClick={skipToContent}>{t('skip')}</a>
      <ShellHeader menuOpen={menu} onMenu={toggle} onPalette={paletteIs.open} onHelp={helpIs.open} />
      <AppShell.Navbar p="xs" style={{ overflowY: 'auto' }} aria-label={t('nav.label')}>
        {screenGroups.map((group) => {
          const shown = screens.filter((screen) => screen.group === group && (!screen.permission || may(screen.permission)));
          return shown.length > 0 && (
            <Box key={group} role="group" aria-label={t(`nav.groups.${group}`)} mb="sm">
              <Text size="xs" c="dimmed" fw={600} px="sm" pb={4} aria-hidden>{t(`nav.groups.${group}`)}</Text>
              {shown.map(({ key, to, icon: Icon }) => {
                const active = to === '/' ? path === '/' : path.startsWith(to);
                return (
                  <NavLink key={key} component={Link} to={to} label={t(`nav.${key}`)} active={active} aria-current={active ? 'page' : undefined} py={6}
                    leftSection={<Icon size={18} stroke={1.6} aria-hidden />} mb={2} style={{ borderRadius: 'var(--mantine-radius-md)' }} />
                );
              })}
            </Box>
          );
        })}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}><Outlet /></AppShell.Main>
      <Palette opened={palette} onClose={paletteIs.close} onHelp={helpIs.open} />
      <ShortcutsDialog opened={help} onClose={helpIs.close} />
      <FileDrop enabled={may('imports:run')} />
    </AppShell>
  );
}

/** Puts a change of screen where a screen reader notices it, unless the new screen has placed the focus itself, or somebody has opened the palette meanwhile. */
function focusTitle(): void {
  window.setTimeout(() => {
    if (['content', 'overlays'].some((id) => document.getElementById(id)?.contains(document.activeElement))) return;
    document.getElementById('page-title')?.focus({ preventScroll: true });
  }, 60);
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
