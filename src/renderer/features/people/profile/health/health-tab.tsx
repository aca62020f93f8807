import { Stack } from '@mantine/core';
import { useMay } from '../../../../client/index.ts';
import { ConsentsSection } from './consents-section.tsx';
import { HealthSection } from './health-section.tsx';

/** What must be known of a student's health and what the guardians have agreed to; each for those who may see it. */
export function HealthTab({ studentId }: { studentId: string }) {
  const may = useMay();
  return (
    <Stack gap="xl">
      {may('health:view') && <HealthSection studentId={studentId} />}
      {may('consents:view') && <ConsentsSection studentId={studentId} />}
    </Stack>
  );
}
