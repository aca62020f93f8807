import { Stack } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { GradesYear } from './grades-year.tsx';
import { TranscriptSection } from './transcript-section.tsx';
import { WhyDialog } from './why-dialog.tsx';

/** A student's posted grades by year, and the transcript. */
export function GradesSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation('results');
  const query = useQueryOf('results.student', { studentId });
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Stack gap="xl">
      <LoadState query={query} lines={12}>{({ years }) => {
        const graded = years.filter(({ courses }) => courses.length > 0);
        if (graded.length === 0) return <EmptyState icon={<IconCertificate />} title={t('student.none')} text={t('student.noneText')} />;
        return graded.map((year) => <GradesYear key={year.id} year={year} onWhy={setAsked} />);
      }}</LoadState>
      <TranscriptSection studentId={studentId} />
      {asked && <WhyDialog id={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
