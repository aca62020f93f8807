import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface PageProps {
  title: string;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Fills the height of the window, for grids that scroll by themselves. */
  fill?: boolean;
  /** Name of the browser tab where the visible title holds personal data. */
  tabTitle?: string;
  children: ReactNode;
}

/** One screen: its title (also the window's), its actions and its content. */
export function Page({ title, subtitle, actions, fill, tabTitle, children }: PageProps) {
  const { t } = useTranslation();
  const shown = tabTitle ?? title;
  useEffect(() => {
    document.title = `${shown} · ${t('appName')}`;
  }, [shown, t]);
  const layout = fill ? { display: 'flex', flexDirection: 'column', height: 'calc(100dvh - var(--app-shell-header-height, 56px) - 2rem)' } as const : { maxWidth: 1180 };
  return (
    <Box style={layout}>
      <Group justify="space-between" align="flex-start" mb="md" wrap="wrap" gap="sm">
        <Box>
          <Title order={1} tabIndex={-1} id="page-title">{title}</Title>
          {subtitle && <Text c="dimmed" size="sm" component="div">{subtitle}</Text>}
        </Box>
        {actions && <Group gap="xs" className="no-print">{actions}</Group>}
      </Group>
      {fill ? <Box style={{ flex: 1, minHeight: 0 }}>{children}</Box> : children}
    </Box>
  );
}
