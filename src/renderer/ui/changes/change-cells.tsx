import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeField } from '../../i18n/dynamic.ts';
import classes from './changes.module.css';

export interface ChangeCell { field: string; before: string; after: string }

/** Old and new values of a record, a line for each field. */
export function ChangeCells({ cells, caption }: { cells: ChangeCell[]; caption: string }) {
  const { t } = useTranslation('history');
  if (cells.length === 0) return <Text size="sm" c="dimmed">{t('noCells')}</Text>;
  return (
    <Table className={classes.cells} verticalSpacing={4} horizontalSpacing="xs" layout="fixed">
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="32%">{t('field')}</Table.Th><Table.Th>{t('before')}</Table.Th><Table.Th>{t('after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cells.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={400}>{describeField(field)}</Table.Th>
            <Table.Td className={classes.before}>{before || t('empty')}</Table.Td>
            <Table.Td className={classes.after}>{after || t('empty')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
