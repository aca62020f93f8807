import { Box, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SectionProps {
  /** Also its place in the address: `/settings#backups`. */
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}

/** One group of settings. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <Paper component="section" id={id} tabIndex={-1} aria-labelledby={`${id}-title`} p="lg" style={{ scrollMarginTop: 72, outline: 'none' }}>
      <Title order={2} size="h3" id={`${id}-title`}>{title}</Title>
      {text && <Text size="sm" c="dimmed">{text}</Text>}
      <Box mt="md">{children}</Box>
    </Paper>
  );
}
