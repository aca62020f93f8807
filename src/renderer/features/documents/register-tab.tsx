import { Button, CloseButton, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { IconFileCertificate, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { issuedKinds, issuedStatuses, type IssuedDocument } from '#contract/documents.ts';
import { call, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DocumentDialog, IssuedBadge, writeStudent } from '../../ui/documents/index.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { PagedGrid } from '../../ui/grid/index.ts';
import { EmptyState, LoadState } from '../../ui/index.ts';

const kindForm = z.enum(issuedKinds).nullable();
const statusForm = z.enum(issuedStatuses).nullable();

/** Every document that was given out, latest first. */
export function RegisterTab({ onIssue }: { onIssue: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const may = useMay();
  const columns = useRegisterColumns();
  const [kind, setKind] = useState<z.infer<typeof kindForm>>(null);
  const [status, setStatus] = useState<z.infer<typeof statusForm>>(null);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 150);
  const [opened, setOpened] = useState<IssuedDocument | null>(null);
  const count = useQueryOf('documents.register', { kind, status, text, limit: 1 }, { keep: true });
  const fetchPage = useCallback((offset: number, limit: number) => call('documents.register', { kind, status, text, offset, limit }), [kind, status, text]);
  const isNarrowed = kind !== null || status !== null || text !== '';
  const clear = () => {
    setKind(null);
    setStatus(null);
    setTyped('');
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <Group gap="xs" mb="sm" role="search" aria-label={t('register.filters')}>
        <TextInput aria-label={t('register.search')} placeholder={t('register.searchHint')} w={290} leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
          rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={t('register.clear')} onClick={() => setTyped('')} />} />
        <Select aria-label={t('column.kind')} placeholder={t('column.kind')} w={215} clearable clearButtonProps={{ 'aria-label': t('register.anyKind') }} value={kind}
          data={issuedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => setKind(kindForm.parse(value))} />
        <Select aria-label={t('column.status')} placeholder={t('column.status')} w={150} clearable clearButtonProps={{ 'aria-label': t('register.anyStatus') }} value={status}
          data={issuedStatuses.map((value) => ({ value, label: t(`status.${value}`) }))} onChange={(value) => setStatus(statusForm.parse(value))} />
        <Text size="sm" c="dimmed" role="status">{count.data ? t('register.count', { count: count.data.total }) : ''}</Text>
        <div style={{ marginLeft: 'auto' }}><ExportButton list={{ table: 'documents', kind, status, text }} /></div>
      </Group>
      <div style={{ flex: 1, minHeight: 0 }}>
        <LoadState query={count} lines={10}>
          {({ total }) => (total > 0 ? (
            <PagedGrid<IssuedDocument> name="documents" label={t('register.tab')} columns={columns} fetchPage={fetchPage} version={count.dataUpdatedAt} order={null} onOrder={() => undefined} onOpen={setOpened} />
          ) : isNarrowed ? (
            <EmptyState icon={<IconFilterOff />} title={t('register.noMatch')} text={t('register.noMatchText')}><Button variant="default" onClick={clear}>{t('register.clear')}</Button></EmptyState>
          ) : (
            <EmptyState icon={<IconFileCertificate />} title={t('register.empty')} text={t('register.emptyText')}>{may('documents:issue') && <Button onClick={onIssue}>{t('issue.open')}</Button>}</EmptyState>
          ))}
        </LoadState>
      </div>
      {opened && <DocumentDialog document={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function StatusCell({ data }: ICellRendererParams<IssuedDocument>) {
  return data ? <IssuedBadge status={data.status} /> : null;
}

function useRegisterColumns(): ColDef<IssuedDocument>[] {
  const { t } = useTranslation(['documents', 'fields', 'common']);
  const format = useFormat();
  return useMemo(() => [
    { colId: 'serial', field: 'serial', headerName: t('column.serial'), width: 140, cellStyle: { fontVariantNumeric: 'tabular-nums' }, lockVisible: true },
    { colId: 'kind', headerName: t('column.kind'), width: 180, valueGetter: ({ data }) => data && t(`kind.${data.kind}`) },
    { colId: 'student', headerName: t('column.student'), width: 195, valueGetter: ({ data }) => data && writeStudent(format, data) },
    { colId: 'status', headerName: t('column.status'), width: 155, cellRenderer: StatusCell },
    { colId: 'studentNo', field: 'studentNo', headerName: t('fields:studentNo'), width: 118 },
    { colId: 'issuedOn', headerName: t('column.issuedOn'), width: 108, valueGetter: ({ data }) => data && format.date(data.issuedOn) },
    { colId: 'about', headerName: t('column.about'), width: 180, valueGetter: ({ data }) => data && [data.yearLabel, pickName(format, data.termEl, data.termEn)].filter(Boolean).join(' · ') },
    { colId: 'issuedBy', field: 'issuedBy', headerName: t('column.issuedBy'), width: 170 },
    { colId: 'language', headerName: t('common:language.label'), width: 110, hide: true, valueGetter: ({ data }) => data && t(`common:language.${data.language}`) },
    { colId: 'reason', field: 'reason', headerName: t('reason'), width: 220 },
  ], [t, format]);
}
