import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { highlightKinds, type Highlight } from '#contract/conduct.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { HighlightDialog, StudentLinks } from '../../ui/conduct/index.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { DateText, EmptyState, LoadState, Pages, pageSize, RowActions } from '../../ui/index.ts';
import { anyTime, PeriodFields, toPeriod } from './period-fields.tsx';

const kindForm = z.enum(highlightKinds).nullable();

/** What students did well, newest first. */
export function HighlightsTab() {
  const { t } = useTranslation('conduct');
  const may = useMay();
  const [kind, setKind] = useState<(typeof highlightKinds)[number] | null>(null);
  const [period, setPeriod] = useState(anyTime);
  const [page, setPage] = useState(1);
  const [edited, setEdited] = useState<Highlight | 'new' | null>(null);
  const remove = useCommand('highlights.remove');
  const query = useQueryOf('highlights.list', { kind, ...toPeriod(period), offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const narrow = (change: () => void) => { change(); setPage(1); };
  const add = may('conduct:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('highlight.add')}</Button>;
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" className="no-print">
        <Group align="flex-start" gap="sm" role="search" aria-label={t('filter')}>
          <Select label={t('kind')} placeholder={t('any')} clearable w={190} value={kind} clearButtonProps={{ 'aria-label': t('anyKind') }}
            data={highlightKinds.map((value) => ({ value, label: t(`highlight.kind.${value}`) }))} onChange={(value) => narrow(() => setKind(kindForm.parse(value)))} />
          <PeriodFields period={period} onPeriod={(next) => narrow(() => setPeriod(next))} />
        </Group>
        <Group gap="xs"><ExportButton list={{ table: 'highlights', kind, ...toPeriod(period) }} />{add}</Group>
      </Group>
      <LoadState query={query} lines={8}>
        {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconStar />} title={t('highlight.none')} text={t('highlight.noneText')} /> : (
          <>
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('tab.highlights')}>
              {rows.map((row) => (
                <Paper key={row.id} component="li" p="sm">
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <div>
                      <Group gap="xs"><StudentLinks students={[row.student]} /><Text size="xs" c="dimmed">{t(`highlight.kind.${row.kind}`)} · <DateText date={row.date} />{row.author && ` · ${row.author}`}</Text></Group>
                      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{row.text}</Text>
                    </div>
                    <RowActions what={t('highlight.what')} onEdit={may('conduct:edit') && (() => setEdited(row))} onRemove={may('conduct:delete') && (() => remove.mutate({ id: row.id, rev: row.rev }))} />
                  </Group>
                </Paper>
              ))}
            </Stack>
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ))}
      </LoadState>
      {edited && <HighlightDialog highlight={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}
