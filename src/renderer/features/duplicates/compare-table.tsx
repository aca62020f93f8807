import { Group, Radio, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mergeFields, type MergeField } from '#contract/duplicates.ts';
import type { Output } from '#contract/index.ts';
import { describeEntity, describeField } from '../../i18n/dynamic.ts';
import { useValueWords, writeValue } from '../../ui/changes/index.ts';
import { TextLink } from '../../ui/index.ts';
import { writePerson } from './write-person.ts';

type Compared = Output<'duplicates.compare'>;
export interface CompareTableProps { compared: Compared; take: ReadonlySet<MergeField>; onChoose: (field: MergeField, fromLoser: boolean) => void }

/** Two records field by field; where they differ, one of the values is chosen. */
export function CompareTable({ compared, take, onChoose }: CompareTableProps) {
  const { t } = useTranslation('duplicates');
  const words = useValueWords();
  const { winner, loser } = compared;
  const fields = mergeFields.filter((field) => winner.values[field] !== null || loser.values[field] !== null);
  const write = (field: MergeField, value: string | null) => writeValue(field, value, words) || t('compare.empty');
  const belongings = (side: Compared['winner']) => side.belongings.map(({ entity, count }) => `${describeEntity(entity)}: ${count}`).join(', ') || t('compare.nothing');
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6} layout="fixed" aria-label={t('compare.title')} style={{ overflowWrap: 'anywhere' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{t('compare.field')}</Table.Th>
            {[winner, loser].map((side, at) => (
              <Table.Th key={side.person.personId}>
                <Text size="xs" c="dimmed">{at === 0 ? t('compare.stays') : t('compare.goes')}</Text>
                {side.person.studentId
                  ? <TextLink to="/students/$studentId" params={{ studentId: side.person.studentId }}>{writePerson(side.person)}</TextLink> : writePerson(side.person)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => {
            const [mine, other] = [winner.values[field], loser.values[field]];
            const label = describeField(field);
            if (mine === other) {
              return (
                <Table.Tr key={field}>
                  <Table.Th scope="row" fw={400}>{label}</Table.Th><Table.Td c="dimmed">{write(field, mine)}</Table.Td><Table.Td c="dimmed">{write(field, other)}</Table.Td>
                </Table.Tr>
              );
            }
            return (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={600}>{label}</Table.Th>
                {([[mine, false], [other, true]] as const).map(([value, fromLoser]) => (
                  <Table.Td key={String(fromLoser)}>
                    <Radio name={field} size="sm" checked={take.has(field) === fromLoser} onChange={() => onChoose(field, fromLoser)}
                      label={write(field, value)} aria-label={`${t('compare.take', { field: label })} ${write(field, value)}`} />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Th scope="row" fw={400}>{t('compare.belongings')}</Table.Th>
            {[winner, loser].map((side) => <Table.Td key={side.person.personId}><Group><Text size="sm">{belongings(side)}</Text></Group></Table.Td>)}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
