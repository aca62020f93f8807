import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudentRow } from '#contract/people.ts';

const colors = { enrolled: 'teal', left: 'gray', notEnrolled: 'yellow', archived: 'gray' } as const;

/** Whether a student attends now, in words; the colour only repeats them. */
export function StatusBadge({ status }: { status: StudentRow['status'] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="dot" color={colors[status]} tt="none" fw={500} c="var(--mantine-color-text)" style={{ background: 'transparent' }}>
      {t(`status.${status}`)}
    </Badge>
  );
}
