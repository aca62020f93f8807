import { Button, Group, Table, Text } from '@mantine/core';
import { IconAward, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { printPage } from '../../platform/system.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { EmptyState, LoadState, TextLink, useMeanFormat, writeName } from '../../ui/index.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { ScrollFrame } from './scroll-frame.tsx';
import type { Choice } from './use-choice.ts';

/** As many as a roll can name. */
const most = 500;

/** The honour roll of a term or a year, as a list to print: the highest mean first. */
export function HonoursPanel({ choice }: { choice: Choice }) {
  const { t } = useTranslation(['results', 'fields']);
  const format = useFormat();
  const writeMean = useMeanFormat();
  const { year, termId, chosenLevel: level } = choice;
  const query = useQueryOf('results.level', { yearId: year?.id ?? '', termId, level, only: 'honour', order: { by: 'mean', descending: true }, limit: most }, { enabled: year !== undefined, keep: true });
  const term = year?.terms.find(({ id }) => id === termId);
  const title = t('honours.of', { year: year?.label, term: term ? pickName(format, term.nameEl, term.nameEn) : t('choice.wholeYear') });
  return (
    <>
      <ChoiceBar choice={choice} offers={['term', 'level', 'school']} />
      <LoadState query={query} lines={10}>{({ rows, total, isRanked }) => (total === 0 ? (
        <EmptyState icon={<IconAward />} title={t('honours.none')} text={isRanked ? t('honours.noneText') : t('scopeNote')} />
      ) : (
        <>
          <Group justify="space-between" mb="xs">
            <Text size="sm" role="status" className="no-print">{t('honours.count', { count: total })}</Text>
            <Text className="print-only" fw={600}>{title}</Text>
            <Group gap="xs" className="no-print">
              <ExportButton list={{ table: 'results', yearId: year?.id ?? '', termId, level, only: 'honour', order: { by: 'mean', descending: true } }} />
              <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('print')}</Button>
            </Group>
          </Group>
          <ScrollFrame label={title}>
            <Table verticalSpacing={6} stickyHeader aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('column.number')}</Table.Th><Table.Th>{t('column.student')}</Table.Th><Table.Th>{t('fields:studentNo')}</Table.Th>
                  <Table.Th>{t('column.division')}</Table.Th><Table.Th>{t('column.mean')}</Table.Th><Table.Th>{t('column.honour')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ id, summary, ...row }, index) => (
                  <Table.Tr key={id}>
                    <Table.Td>{index + 1}</Table.Td>
                    <Table.Th scope="row"><TextLink to="/students/$studentId" params={{ studentId: id }} search={{ tab: 'grades' }} underline="hover" fw={500}>{writeName(format, row)}</TextLink></Table.Th>
                    <Table.Td>{row.studentNo}</Table.Td><Table.Td>{row.division ?? row.level}</Table.Td>
                    <Table.Td>{summary.mean !== null && writeMean(summary.mean)}</Table.Td>
                    <Table.Td>{summary.honour && pickName(format, summary.honour.labelEl, summary.honour.labelEn)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollFrame>
        </>
      ))}</LoadState>
    </>
  );
}
