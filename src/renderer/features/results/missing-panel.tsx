import { Group, Table, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { EmptyState, LoadState } from '../../ui/index.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { ScrollFrame } from './scroll-frame.tsx';
import type { Choice } from './use-choice.ts';

/** Which sections have not posted, and who teaches them. */
export function MissingPanel({ choice }: { choice: Choice }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { year, termId } = choice;
  const query = useQueryOf('results.missing', { yearId: year?.id ?? '', termId }, { enabled: year !== undefined, keep: true });
  const termName = (id: string) => {
    const term = year?.terms.find((one) => one.id === id);
    return term && pickName(format, term.nameEl, term.nameEn);
  };
  return (
    <>
      <ChoiceBar choice={choice} offers={['term']} />
      <LoadState query={query} lines={10}>{({ sections }) => (sections.length === 0 ? <EmptyState icon={<IconCircleCheck />} title={t('missing.none')} text={t('missing.noneText')} /> : (
        <>
          <Group justify="space-between" mb="xs">
            <Text size="sm" role="status">{t('missing.count', { count: sections.length })}</Text>
            <ExportButton list={year ? { table: 'missingGrades', yearId: year.id, termId } : null} />
          </Group>
          <ScrollFrame label={t('missing.title')}>
            <Table verticalSpacing={6} stickyHeader aria-label={t('missing.title')}>
              <Table.Thead>
                <Table.Tr>{(['section', 'course', 'term', 'teacher', 'posted'] as const).map((key) => <Table.Th key={key}>{t(`missing.${key}`)}</Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sections.map((row) => (
                  <Table.Tr key={`${row.id} ${row.termId}`}>
                    <Table.Th scope="row" fw={500}>{row.code}</Table.Th><Table.Td>{pickName(format, row.courseEl, row.courseEn)}</Table.Td>
                    <Table.Td>{termName(row.termId)}</Table.Td><Table.Td>{row.teachers}</Table.Td><Table.Td>{t('missing.of', row)}</Table.Td>
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
