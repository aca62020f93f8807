import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { IconFileExport, IconGavel, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { EmptyState, LoadState, Pages, pageSize } from '../../../../ui/index.ts';
import { DisclosureDialog, DisclosuresTable, ErasuresTable, HoldDialog, HoldsTable } from '../../../../ui/privacy/index.ts';
import { writeName } from '../../student-name.ts';
import { OptOutPanel } from './opt-out-panel.tsx';

/** What is told of the student to others, what must not be erased, and what was. */
export function PrivacyTab({ student }: { student: Output<'students.get'> }) {
  const may = useMay();
  const format = useFormat();
  const picked = { id: student.id, label: `${writeName(format, student.details)} · ${student.details.studentNo}` };
  return (
    <Stack gap="xl">
      <OptOutPanel studentId={student.id} optedOut={student.directoryOptOut} />
      {may('disclosures:view') && <Disclosures student={picked} />}
      {may('privacy:view') && <Holds student={picked} />}
      {may('privacy:view') && <Erasures studentId={student.id} />}
    </Stack>
  );
}

interface Picked { id: string; label: string }

function Disclosures({ student }: { student: Picked }) {
  const { t } = useTranslation('privacy');
  const mayCreate = useMay()('disclosures:create');
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const query = useQueryOf('disclosures.list', { filter: { studentId: student.id }, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const add = mayCreate && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('disclosure.add')}</Button>;
  return (
    <Stack gap="sm" component="section" aria-label={t('profile.disclosures')}>
      <LoadState query={query}>
        {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconFileExport />} title={t('disclosure.noneOfStudent')} text={t('disclosure.noneOfStudentText')}>{add}</EmptyState> : (
          <>
            <Group justify="space-between"><Title order={2} size="h3">{t('profile.disclosures')}</Title>{add}</Group>
            <DisclosuresTable rows={rows} withStudents={false} />
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ))}
      </LoadState>
      {adding && mayCreate && <DisclosureDialog id={null} students={[student]} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Holds({ student }: { student: Picked }) {
  const { t } = useTranslation('privacy');
  const mayConfigure = useMay()('privacy:configure');
  const [adding, setAdding] = useState(false);
  const query = useQueryOf('legalHolds.list', { studentId: student.id });
  const holds = query.data?.rows ?? [];
  if (holds.length === 0 && !mayConfigure) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('profile.holds')}>
      <Group justify="space-between">
        <Title order={2} size="h3">{t('profile.holds')}</Title>
        {mayConfigure && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('hold.add')}</Button>}
      </Group>
      {holds.some(({ isLive }) => isLive) && <Alert color="orange" variant="outline" icon={<IconGavel aria-hidden />}>{t('hold.alert')}</Alert>}
      {holds.length > 0 && <HoldsTable holds={holds} withStudents={false} />}
      {adding && mayConfigure && <HoldDialog hold={null} student={student} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Erasures({ studentId }: { studentId: string }) {
  const { t } = useTranslation('privacy');
  const query = useQueryOf('erasures.list', { studentId });
  if (!query.data?.total) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('profile.erasures')}>
      <Title order={2} size="h3">{t('profile.erasures')}</Title>
      <ErasuresTable rows={query.data.rows} withStudents={false} />
    </Stack>
  );
}
