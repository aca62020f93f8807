import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconFileExport, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { DateField, EmptyState, LoadState, Pages, pageSize, StudentPicker, type PickedStudent } from '../../ui/index.ts';
import { DisclosureDialog, DisclosuresTable } from '../../ui/privacy/index.ts';
import { ExportDialog } from './export-dialog.tsx';

const dateOf = (typed: string): string | null => isoDate.safeParse(typed).data ?? null;
const nothingTyped = { recipient: '', from: '', to: '' };

/** What was told to others, latest first, narrowed by student, recipient and day. */
export function DisclosuresTab() {
  const { t } = useTranslation(['privacy', 'fields', 'errors']);
  const mayCreate = useMay()('disclosures:create');
  const [students, setStudents] = useState<PickedStudent[]>([]);
  const [typed, setTyped] = useState(nothingTyped);
  const [recipient] = useDebouncedValue(typed.recipient, 150);
  const [page, setPage] = useState(1);
  const [dialog, setDialog] = useState<'add' | 'export' | null>(null);
  const filter = { studentId: students[0]?.id ?? null, recipient, from: dateOf(typed.from), to: dateOf(typed.to) };
  const query = useQueryOf('disclosures.list', { filter, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const narrow = (next: Partial<typeof typed>) => { setPage(1); setTyped({ ...typed, ...next }); };
  const isNarrowed = students.length > 0 || Object.values(typed).some((value) => value !== '');
  const clear = () => { setPage(1); setStudents([]); setTyped(nothingTyped); };
  const add = mayCreate && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('add')}>{t('disclosure.add')}</Button>;
  const date = (name: 'from' | 'to') => (
    <DateField label={t(name)} w={155} value={typed[name]} onChange={(value) => narrow({ [name]: value })} error={typed[name] !== '' && dateOf(typed[name]) === null ? t('errors:dateForm') : undefined} />
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" className="no-print">
        <Group gap="sm" align="flex-start" role="search" aria-label={t('filters')}>
          <div style={{ width: 250 }}><StudentPicker label={t('student')} max={1} value={students} onChange={(next) => { setPage(1); setStudents(next); }} /></div>
          <TextInput label={t('fields:recipient')} w={190} value={typed.recipient} onChange={(event) => narrow({ recipient: event.currentTarget.value })} />
          {date('from')}{date('to')}
        </Group>
        <Group gap="xs">
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} disabled={!query.data?.total} onClick={() => setDialog('export')}>{t('disclosure.export')}</Button>
          {query.data?.total !== 0 && add}
        </Group>
      </Group>
      <LoadState query={query} lines={8}>
        {({ rows, total }) => (total > 0 ? (
          <>
            <Text size="sm" c="dimmed" role="status">{t('disclosure.count', { count: total })}</Text>
            <DisclosuresTable rows={rows} withStudents />
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ) : isNarrowed ? (
          <EmptyState icon={<IconFilterOff />} title={t('noMatch')} text={t('noMatchText')}><Button variant="default" onClick={clear}>{t('clearFilters')}</Button>{add}</EmptyState>
        ) : <EmptyState icon={<IconFileExport />} title={t('disclosure.none')} text={t('disclosure.noneText')}>{add}</EmptyState>)}
      </LoadState>
      {dialog === 'add' && mayCreate && <DisclosureDialog id={null} students={students} onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog filter={filter} total={query.data?.total ?? 0} onClose={() => setDialog(null)} />}
    </Stack>
  );
}
