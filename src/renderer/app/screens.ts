import { IconCalendarTime, IconCalendarUp, IconCertificate, IconChalkboard, IconClipboardCheck, IconClipboardHeart, IconClockPlay, IconFileCertificate, IconFileImport, IconHistory, IconHome, IconListSearch, IconSchool, IconSettings, IconShieldHalf, IconShieldLock, IconTable, IconUserCog, IconUsers } from '@tabler/icons-react';
import type { Permission } from '#contract/permissions.ts';

/** The parts of the menu, in order: what one does every day, how the school is made up, and the office's own work. */
export const screenGroups = ['day', 'school', 'office'] as const;
export type ScreenGroup = (typeof screenGroups)[number];

/** The screens of the menu, each with the permission that it needs. */
export const screens = [
  { key: 'home', to: '/', icon: IconHome, permission: null, group: 'day' },
  { key: 'students', to: '/students', icon: IconUsers, permission: 'students:view', group: 'day' },
  { key: 'attendance', to: '/attendance', icon: IconClipboardCheck, permission: 'attendance:view', group: 'day' },
  { key: 'gradebook', to: '/gradebook', icon: IconTable, permission: 'grades:draft', group: 'day' },
  { key: 'conduct', to: '/conduct', icon: IconClipboardHeart, permission: 'conduct:view', group: 'day' },
  { key: 'sections', to: '/sections', icon: IconChalkboard, permission: 'sections:view', group: 'school' },
  { key: 'timetable', to: '/timetable', icon: IconCalendarTime, permission: 'sections:view', group: 'school' },
  { key: 'results', to: '/results', icon: IconCertificate, permission: 'grades:view', group: 'school' },
  { key: 'structure', to: '/structure', icon: IconSchool, permission: 'structure:view', group: 'school' },
  { key: 'rollover', to: '/rollover', icon: IconCalendarUp, permission: 'rollover:run', group: 'school' },
  { key: 'documents', to: '/documents', icon: IconFileCertificate, permission: 'documents:print', group: 'office' },
  { key: 'imports', to: '/imports', icon: IconFileImport, permission: 'imports:run', group: 'office' },
  { key: 'schedules', to: '/schedules', icon: IconClockPlay, permission: 'schedules:view', group: 'office' },
  { key: 'history', to: '/history', icon: IconHistory, permission: 'history:view', group: 'office' },
  { key: 'audit', to: '/audit', icon: IconListSearch, permission: 'audit:view', group: 'office' },
  { key: 'accounts', to: '/accounts', icon: IconUserCog, permission: 'users:view', group: 'office' },
  { key: 'roles', to: '/roles', icon: IconShieldLock, permission: 'roles:view', group: 'office' },
  { key: 'privacy', to: '/privacy', icon: IconShieldHalf, permission: 'privacy:view', group: 'office' },
  // Everybody has settings of their own: language, theme, password.
  { key: 'settings', to: '/settings', icon: IconSettings, permission: null, group: 'office' },
] as const satisfies readonly { key: string; to: string; icon: typeof IconHome; permission: Permission | null; group: ScreenGroup }[];
