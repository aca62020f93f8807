import { SegmentedControl, Stack, Text } from '@mantine/core';

/** A choice of few, with its name above. */
export function Choice({ label, ...control }: { label: string; value: string; onChange: (value: string) => void; data: { value: string; label: string }[] }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} aria-hidden>{label}</Text>
      <SegmentedControl {...control} aria-label={label} />
    </Stack>
  );
}
