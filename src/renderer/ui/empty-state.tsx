import { Center, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  text?: string;
  /** What to do next. */
  children?: ReactNode;
}

/** What stands where there is nothing yet: why, and what to do next. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw={460}>
        {icon && <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>{icon}</ThemeIcon>}
        <Title order={2} ta="center">{title}</Title>
        {text && <Text c="dimmed" ta="center">{text}</Text>}
        {children && <Group mt="sm" justify="center">{children}</Group>}
      </Stack>
    </Center>
  );
}
