import { Button, Grid, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconSearch, IconUsersMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { duplicateKinds, type DuplicatePair } from '#contract/duplicates.ts';
import { useJob, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState, JobProgress, LoadState, Page } from '../../ui/index.ts';
import { ComparePanel } from './compare-panel.tsx';
import { PairList } from './pair-list.tsx';

const step = 50;
const shownForm = z.enum(['all', ...duplicateKinds]);
type Shown = z.infer<typeof shownForm>;
const keyOf = ({ a, b }: DuplicatePair) => `${a.personId} ${b.personId}`;

/** Records that may be of one person: found, compared side by side, merged, or remembered as two people. */
export function DuplicatesPage() {
  const { t } = useTranslation(['duplicates', 'common']);
  const format = useFormat();
  const job = useJob('duplicates.find');
  const [shown, setShown] = useState<Shown>('all');
  const [limit, setLimit] = useState(step);
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useQueryOf('duplicates.list', { kind: shown === 'all' ? null : shown, limit }, { keep: true });
  const search = async () => {
    setChosen(null);
    await job.start({});
    await query.refetch();
  };
  const find = <Button leftSection={<IconSearch size={16} aria-hidden />} disabled={job.running} onClick={() => void search()}>{t('find')}</Button>;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={query.data?.searchedAt != null && find}>
      <Stack>
        {job.progress && <Paper><JobProgress progress={job.progress} label={t('running')} onCancel={job.cancel} /></Paper>}
        <LoadState query={query} lines={8}>
          {({ rows, total, searchedAt }) => {
            if (searchedAt === null) return <EmptyState icon={<IconUsersMinus />} title={t('never')} text={t('neverText')}>{find}</EmptyState>;
            const pair = rows.find((each) => keyOf(each) === chosen) ?? rows[0];
            return (
              <>
                <Group justify="space-between">
                  <Text size="sm" c="dimmed" role="status">{t('found', { count: total })} · {t('last', { when: format.moment(searchedAt) })}</Text>
                  <SegmentedControl size="xs" aria-label={t('kind.label')} value={shown} onChange={(value) => setShown(shownForm.parse(value))}
                    data={shownForm.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
                </Group>
                {!pair ? <EmptyState icon={<IconUsersMinus />} title={t('none')} text={t('noneText')} /> : (
                  <Grid gap="md">
                    <Grid.Col span={{ base: 12, md: 4 }}>
                      <PairList pairs={rows} total={total} chosen={keyOf(pair)} keyOf={keyOf} onChoose={(each) => setChosen(keyOf(each))} onMore={() => setLimit((now) => Math.min(now + step, 500))} />
                    </Grid.Col>
                    <Grid.Col span={{ base: 12, md: 8 }}><ComparePanel key={keyOf(pair)} pair={pair} /></Grid.Col>
                  </Grid>
                )}
              </>
            );
          }}
        </LoadState>
      </Stack>
    </Page>
  );
}
