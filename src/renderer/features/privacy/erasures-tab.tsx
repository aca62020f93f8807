import { Stack } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Pages, pageSize } from '../../ui/index.ts';
import { ErasuresTable } from '../../ui/privacy/index.ts';

/** The register of erasures, latest first. */
export function ErasuresTab() {
  const { t } = useTranslation('privacy');
  const [page, setPage] = useState(1);
  const query = useQueryOf('erasures.list', { offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  return (
    <Stack>
      <LoadState query={query} lines={6}>
        {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconEraser />} title={t('erasure.none')} text={t('erasure.noneText')} /> : (
          <>
            <ErasuresTable rows={rows} withStudents />
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ))}
      </LoadState>
    </Stack>
  );
}
