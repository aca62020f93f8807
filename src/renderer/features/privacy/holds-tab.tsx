import { Button, Group, Stack, Text } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Pages, pageSize } from '../../ui/index.ts';
import { HoldDialog, HoldsTable } from '../../ui/privacy/index.ts';

/** Students of whom nothing may be erased for now, and why. */
export function HoldsTab() {
  const { t } = useTranslation('privacy');
  const mayConfigure = useMay()('privacy:configure');
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const query = useQueryOf('legalHolds.list', { offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const add = mayConfigure && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('hold.add')}</Button>;
  return (
    <Stack>
      <LoadState query={query} lines={6}>
        {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconGavel />} title={t('hold.none')} text={t('hold.noneText')}>{add}</EmptyState> : (
          <>
            <Group justify="space-between" align="flex-start" wrap="nowrap"><Text size="sm" maw={720}>{t('hold.intro')}</Text>{add}</Group>
            <HoldsTable holds={rows} withStudents />
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ))}
      </LoadState>
      {adding && <HoldDialog hold={null} onClose={() => setAdding(false)} />}
    </Stack>
  );
}
