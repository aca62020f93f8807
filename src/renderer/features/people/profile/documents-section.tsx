import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#contract/documents.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DocumentDialog, IssuedBadge, IssueDialog } from '../../../ui/documents/index.ts';
import { DateText, EmptyState, LoadState } from '../../../ui/index.ts';

const most = 500;

/** The documents that a student was given, latest first, and a new one. */
export function DocumentsSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['documents', 'common']);
  const format = useFormat();
  const may = useMay();
  const query = useQueryOf('documents.register', { studentId, limit: most });
  const [issuing, setIssuing] = useState(false);
  const [opened, setOpened] = useState<IssuedDocument | null>(null);
  const add = may('documents:issue') && <Button leftSection={<IconFileCertificate size={16} aria-hidden />} onClick={() => setIssuing(true)}>{t('issue.openOne')}</Button>;
  return (
    <LoadState query={query}>
      {({ rows }) => (
        <Stack>
          {rows.length === 0 ? <EmptyState icon={<IconFileCertificate />} title={t('profile.none')} text={t('profile.noneText')}>{add}</EmptyState> : (
            <>
              <Group>{add}</Group>
              <Table.ScrollContainer minWidth={620}>
                <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
                  <Table.Thead>
                    <Table.Tr>{(['serial', 'kind', 'about', 'issuedOn', 'issuedBy', 'status'] as const).map((column) => <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>)}</Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((row) => (
                      <Table.Tr key={row.id}>
                        <Table.Td><Button variant="subtle" size="compact-sm" onClick={() => setOpened(row)}>{row.serial}</Button></Table.Td>
                        <Table.Td>{t(`kind.${row.kind}`)}</Table.Td>
                        <Table.Td>{[row.yearLabel, pickName(format, row.termEl, row.termEn)].filter(Boolean).join(' · ')}</Table.Td>
                        <Table.Td><DateText date={row.issuedOn} /></Table.Td>
                        <Table.Td>{row.issuedBy}</Table.Td>
                        <Table.Td><IssuedBadge status={row.status} />{row.reason && <Text size="xs" c="dimmed">{row.reason}</Text>}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          )}
          {issuing && <IssueDialog studentId={studentId} onClose={() => setIssuing(false)} />}
          {opened && <DocumentDialog document={opened} onClose={() => setOpened(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}
