import { Button, Stack } from '@mantine/core';
import { IconEraser, IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Pages, pageSize, StudentPicker, type PickedStudent } from '../../ui/index.ts';
import { ErasuresTable } from '../../ui/privacy/index.ts';

/** The register of erasures, latest first, of everybody or of one student. */
export function ErasuresTab() {
  const { t } = useTranslation('privacy');
  const [students, setStudents] = useState<PickedStudent[]>([]);
  const [page, setPage] = useState(1);
  const query = useQueryOf('erasures.list', { studentId: students[0]?.id ?? null, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const choose = (next: PickedStudent[]) => { setPage(1); setStudents(next); };
  return (
    <Stack>
      <div role="search" aria-label={t('filters')} style={{ width: 280 }} className="no-print"><StudentPicker label={t('student')} max={1} value={students} onChange={choose} /></div>
      <LoadState query={query} lines={6}>
        {({ rows, total }) => (total > 0 ? (
          <>
            <ErasuresTable rows={rows} withStudents />
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ) : students.length > 0 ? (
          <EmptyState icon={<IconFilterOff />} title={t('erasure.noneOfStudent')}><Button variant="default" onClick={() => choose([])}>{t('clearFilters')}</Button></EmptyState>
        ) : <EmptyState icon={<IconEraser />} title={t('erasure.none')} text={t('erasure.noneText')} />)}
      </LoadState>
    </Stack>
  );
}
