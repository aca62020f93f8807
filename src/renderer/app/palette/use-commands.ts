import { IconArrowBackUp, IconDeviceDesktop, IconDownload, IconFileImport, IconForms, IconKeyboard, IconLanguage, IconLock, IconLogout, IconMoon, IconPrinter, IconSun, IconUserPlus, IconUsersMinus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#contract/access.ts';
import type { Permission } from '#contract/permissions.ts';
import { lockSession, reportFailure, signOut, undoOwn, useCommand, useMay, useMe } from '../../client/index.ts';
import { i18next } from '../../i18n/index.ts';
import { printPage, writeShortcut } from '../../platform/system.ts';
import { openExportHere } from '../../ui/export/index.ts';
import { screens } from '../screens.ts';

/** One line of the palette that does something. */
export interface PaletteCommand {
  key: string;
  label: string;
  /** Its names in both languages, to be found by either. */
  names: string[];
  icon: typeof IconSun;
  shortcut?: string;
  run: () => void;
}

const labels = [
  'nav.home', 'nav.students', 'nav.gradebook', 'nav.imports', 'nav.history', 'nav.settings', 'commands.newStudent', 'commands.importFile', 'commands.exportList', 'commands.printList', 'commands.undo',
  'nav.attendance',
  'nav.documents',
  'nav.results',
  'nav.conduct', 'nav.rollover',
  'nav.sections', 'nav.timetable', 'nav.structure',
  'nav.accounts', 'nav.audit', 'nav.privacy', 'commands.newAccount',
  'nav.roles', 'nav.schedules',
  'commands.duplicates', 'commands.customFields',
  'commands.english', 'commands.greek', 'commands.print', 'theme.light', 'theme.dark', 'theme.system', 'shortcuts', 'lock', 'signOut',
] as const;
type Label = (typeof labels)[number];

const namesOf = (label: Label) => [i18next.getFixedT('el', 'shell')(label), i18next.getFixedT('en', 'shell')(label)];

/** Every screen and command that this user may reach. */
export function useCommands(onHelp: () => void): PaletteCommand[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const may = useMay();
  const preferences = useMe()?.preferences;
  const { mutate: updatePreferences } = useCommand('preferences.update');
  return useMemo(() => {
    const prefer = (change: Partial<Preferences>) => () => preferences && updatePreferences({ ...preferences, ...change });
    const command = (label: Label, icon: PaletteCommand['icon'], run: () => void, permission: Permission | null = null, shortcut?: string) => ({
      key: label, label: t(label), names: namesOf(label), icon, run, shortcut, permission,
    });
    const all = [
      ...screens.map(({ key, to, icon, permission }) => command(`nav.${key}`, icon, () => void navigate({ to }), permission)),
      command('commands.newStudent', IconUserPlus, () => void navigate({ to: '/students/new' }), 'students:create'),
      command('commands.importFile', IconFileImport, () => void navigate({ to: '/imports' }), 'imports:run'),
      command('commands.exportList', IconDownload, () => { if (!openExportHere()) void navigate({ to: '/students', search: { dialog: 'export' } }); }, 'exports:run'),
      command('commands.printList', IconPrinter, () => void navigate({ to: '/students', search: { dialog: 'print' } }), 'documents:print'),
      command('commands.duplicates', IconUsersMinus, () => void navigate({ to: '/duplicates' }), 'students:merge'),
      command('commands.customFields', IconForms, () => void navigate({ to: '/settings', hash: 'custom-fields' }), may('customFields:create') ? 'customFields:create' : 'customFields:edit'),
      command('commands.newAccount', IconUserPlus, () => void navigate({ to: '/accounts', search: { dialog: 'new' } }), 'users:create'),
      command('commands.undo', IconArrowBackUp, () => void undoOwn(), null, writeShortcut('Z')),
      command('commands.print', IconPrinter, printPage),
      command('commands.english', IconLanguage, prefer({ language: 'en' })),
      command('commands.greek', IconLanguage, prefer({ language: 'el' })),
      command('theme.light', IconSun, prefer({ theme: 'light' })),
      command('theme.dark', IconMoon, prefer({ theme: 'dark' })),
      command('theme.system', IconDeviceDesktop, prefer({ theme: 'system' })),
      command('shortcuts', IconKeyboard, onHelp, null, '?'),
      command('lock', IconLock, () => void lockSession().catch(reportFailure), null, writeShortcut('L')),
      command('signOut', IconLogout, () => void signOut().catch(reportFailure)),
    ];
    return all.filter(({ permission }) => !permission || may(permission));
    // `may` is made anew each time from `preferences`' own answer; the permissions change with it.
  }, [t, navigate, preferences, updatePreferences, onHelp]);
}
