import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { EmptyState, RemoveDialog } from '../../../ui/index.ts';
import type { Year } from '../year-select.tsx';
import { TermTable } from './term-table.tsx';
import { YearDialog } from './year-dialog.tsx';
import { YearStatusDialog } from './year-status-dialog.tsx';

const colors = { planned: 'gray', open: 'ink', closed: 'gray' } as const;

/** The school's years, latest first, each with its terms. */
export function YearsTab({ years }: { years: readonly Year[] }) {
  const { t } = useTranslation('academics');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const add = may('structure:create') && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('years.add')}</Button>;
  return (
    <Stack>
      {years.length === 0
        ? <EmptyState icon={<IconCalendarPlus />} title={t('years.none')} text={t('years.noneText')}>{add}</EmptyState>
        : <Group>{add}</Group>}
      {years.map((year) => <YearCard key={year.id} year={year} />)}
      {adding && <YearDialog year={null} latest={years[0]} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function YearCard({ year }: { year: Year }) {
  const { t } = useTranslation(['academics', 'common']);
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'status' | 'remove' | null>(null);
  const remove = useCommand('years.remove');
  const dependents = useQueryOf('years.dependents', { id: year.id }, { enabled: open === 'remove' });
  const close = () => setOpen(null);
  const next = year.status === 'planned' ? 'open' : year.status === 'open' ? 'close' : 'reopen';
  return (
    <Paper component="section" aria-label={year.label}>
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Title order={2}>{year.label}</Title>
          <Badge variant={year.status === 'open' ? 'filled' : 'outline'} color={colors[year.status]}>{t(`yearStatus.${year.status}`)}</Badge>
          <Text size="sm" c="dimmed">{t('terms.pair', { from: format.date(year.startDate), to: format.date(year.endDate) })} · {t('years.sections', { count: year.sections })}</Text>
        </Group>
        {may('structure:edit') && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpen('status')}>{t(`years.${next}`)}</Button>
            <Button size="xs" variant="subtle" leftSection={<IconPencil size={14} aria-hidden />} aria-label={t('common:editWhat', { what: year.label })} onClick={() => setOpen('edit')}>{t('common:actions.edit')}</Button>
            {may('structure:delete') && year.status === 'planned' && (
              <Button size="xs" variant="subtle" color="gray" leftSection={<IconTrash size={14} aria-hidden />} aria-label={t('common:removeWhat', { what: year.label })} onClick={() => setOpen('remove')}>{t('common:actions.remove')}</Button>
            )}
          </Group>
        )}
      </Group>
      <TermTable year={year} />
      {open === 'edit' && <YearDialog year={year} onClose={close} />}
      {open === 'status' && <YearStatusDialog year={year} next={next} onClose={close} />}
      {open === 'remove' && (
        <RemoveDialog what={year.label} query={dependents} busy={remove.isPending} onClose={close}
          onConfirm={() => remove.mutate({ id: year.id, rev: year.rev }, { onSettled: close })} />
      )}
    </Paper>
  );
}
