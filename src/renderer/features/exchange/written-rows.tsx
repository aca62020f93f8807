import { ActionIcon, Badge, Button, Group, Pagination, Paper, Stack, Table, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconDownload, IconFileDownload, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, reportFailure, useJob, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { readLanguage } from '../../i18n/index.ts';
import { saveFile } from '../../platform/save-file.ts';
import { downloadFile } from '../../ui/documents/index.ts';
import { LoadState } from '../../ui/index.ts';
import classes from './exchange.module.css';
import type { ImportData } from './import-page.tsx';

const pageSize = 20, settle = 300;

interface WrittenRowsProps { data: ImportData; busy: boolean; onTakeBack: (line: number) => void }

/** The rows that are in the records, each with its own way back, and the file that they came from. */
export function WrittenRows({ data, busy, onTakeBack }: WrittenRowsProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), settle);
  const [page, setPage] = useState(1);
  const { id } = data.import;
  const query = useQueryOf('imports.written', { id, text, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const headings = (data.mapping ?? []).flatMap((field) => (field === null ? [] : [t(`field.${field}`)]));
  return (
    <Paper component="section" aria-label={t('written.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">{t('written.title')}</Title>
        <Downloads data={data} />
      </Group>
      <TextInput aria-label={t('rows.search')} placeholder={t('rows.search')} value={typed} maxLength={100} leftSection={<IconSearch size={15} aria-hidden />} w={260} mb="sm"
        onChange={(event) => { setTyped(event.currentTarget.value); setPage(1); }} />
      <LoadState query={query} lines={6}>
        {({ rows, total }) => (total === 0 ? <Text c="dimmed" role="status">{t('rows.noneFound')}</Text> : (
          <Stack>
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing={4} aria-label={t('written.title')}>
                <Table.Thead>
                  <Table.Tr><Table.Th w={70}>{t('rows.line')}</Table.Th>{headings.map((heading) => <Table.Th key={heading}>{heading}</Table.Th>)}<Table.Th w={140} aria-label={t('written.takeBack')} /></Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map(({ line, cells, isTakenBack }) => (
                    <Table.Tr key={line}>
                      <Table.Td>{format.number(line)}</Table.Td>
                      {/* eslint-disable-next-line react/no-array-index-key -- a column is its place */}
                      {cells.map((cell, column) => <Table.Td key={column} className={isTakenBack ? classes.old : undefined}>{cell}</Table.Td>)}
                      <Table.Td ta="right">
                        {isTakenBack ? <Badge variant="default" tt="none" fw={500} miw="max-content">{t('written.isTakenBack')}</Badge> : (
                          <Tooltip label={t('written.takeBackLine', { line })}>
                            <ActionIcon variant="subtle" aria-label={t('written.takeBackLine', { line })} disabled={busy} onClick={() => onTakeBack(line)}><IconArrowBackUp size={17} aria-hidden /></ActionIcon>
                          </Tooltip>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {total > pageSize && (
              <Pagination value={page} onChange={setPage} total={Math.ceil(total / pageSize)} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
                getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
            )}
          </Stack>
        ))}
      </LoadState>
      <Text size="xs" c="dimmed" mt="sm">{t('written.hash', { size: format.number(data.size) })} <code className={classes.hash}>{data.hash}</code></Text>
    </Paper>
  );
}

function Downloads({ data: { import: { id } } }: { data: ImportData }) {
  const { t } = useTranslation('exchange');
  const applied = useJob('imports.applied');
  const fetchApplied = async () => {
    const made = await applied.start({ id, language: readLanguage() });
    if (made) await downloadFile(made.fileId);
  };
  const fetchFile = () => call('imports.file', { id }).then(({ name, mime, content }) => saveFile(name, mime, content), reportFailure);
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" leftSection={<IconFileDownload size={15} aria-hidden />} onClick={() => void fetchFile()}>{t('written.file')}</Button>
      <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} loading={applied.progress !== null} onClick={() => void fetchApplied()}>{t('written.applied')}</Button>
    </Group>
  );
}
