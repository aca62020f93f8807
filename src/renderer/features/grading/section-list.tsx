import { Badge, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { EmptyState, LoadState, Page, TextLink } from '../../ui/index.ts';

/** Sections on one screen; the rest is found by typing. */
const shown = 100;

/** The sections whose gradebook one may open. */
export function SectionList({ onOpen }: { onOpen: (section: string) => void }) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const [text, setText] = useState('');
  const [yearId, setYearId] = useState<string | null>(null);
  const [wanted] = useDebouncedValue(text, 120);
  const query = useQueryOf('gradebook.sections', { text: wanted, yearId, limit: shown }, { keep: true });
  const first = query.data?.rows[0];
  return (
    <Page title={t('title')} subtitle={t('chooseText')}>
      <Group mb="sm" role="search" align="flex-end">
        <TextInput aria-label={t('searchSection')} placeholder={t('searchSection')} w={300} value={text} data-autofocus leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => setText(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && first && wanted === text) onOpen(first.id); }} />
        {query.data && query.data.years.length > 1 && (
          <Select aria-label={t('year')} w={130} allowDeselect={false} value={query.data.yearId} data={query.data.years.map(({ id, label }) => ({ value: id, label }))} onChange={setYearId} />
        )}
        {query.data && <Text size="sm" c="dimmed">{t('sections', { count: query.data.total })}</Text>}
      </Group>
      <LoadState query={query} lines={8}>
        {({ rows }) => (rows.length === 0 ? <EmptyState icon={<IconTable />} title={t('noSections')} text={t('noSectionsText')} /> : (
          <Table aria-label={t('choose')} verticalSpacing={6} highlightOnHover>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td><TextLink to="/gradebook" search={{ section: row.id }}>{pickName(format, row.courseEl, row.courseEn)}</TextLink></Table.Td>
                  <Table.Td>{row.division ?? row.level}</Table.Td>
                  <Table.Td c="dimmed">{row.code}</Table.Td>
                  <Table.Td>{row.isOwn && <Badge variant="light">{t('own')}</Badge>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
      </LoadState>
    </Page>
  );
}
