import { Box, Center, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '#contract/fields.ts';
import { setLanguage } from '../i18n/index.ts';
import { Logo } from './logo.tsx';

export interface GateFrameProps {
  title: string;
  text?: ReactNode;
  /** Width of the card in pixels. */
  width?: number;
  children: ReactNode;
  /** Under the card. */
  below?: ReactNode;
}

/** The frame of every screen that stands before the program: name, language, one card. */
export function GateFrame({ title, text, width = 400, children, below }: GateFrameProps) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <Center mih="100dvh" p="lg" component="main">
      <Box w="100%" maw={width}>
        <Group justify="space-between" mb="md" className="no-print">
          <Group gap={10}><Logo size={30} /><Text fw={650} size="xl">{t('appName')}</Text></Group>
          <SegmentedControl size="xs" aria-label={t('language.label')} value={i18n.language} onChange={(next) => setLanguage(language.parse(next))}
            data={[{ value: 'el', label: t('language.el') }, { value: 'en', label: t('language.en') }]} />
        </Group>
        <Paper p="xl" shadow="sm" radius="lg">
          <Stack gap="md">
            <div>
              <Title order={1} size="h2" mb={4}>{title}</Title>
              {text && <Text c="dimmed" size="sm" component="div">{text}</Text>}
            </div>
            {children}
          </Stack>
        </Paper>
        {below}
      </Box>
    </Center>
  );
}
