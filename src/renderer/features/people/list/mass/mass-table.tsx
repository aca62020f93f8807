import { SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { massFates, type MassAction, type MassRow, type Selection } from '#contract/enrolment.ts';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../../client/index.ts';
import { describeField, describeFieldError } from '../../../../i18n/dynamic.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { LoadState } from '../../../../ui/index.ts';
import { useCodes } from '../../enrolment/code-select.tsx';
import { writeName } from '../../student-name.ts';

/** As many as anybody reads; the counts say the rest. */
const shown = 200;

/** What would happen to each student, by fate. */
export function MassTable({ selection, action, counts }: { selection: Selection; action: MassAction; counts: Output<'mass.preview'>['counts'] }) {
  const { t } = useTranslation('enrolment');
  const [fate, setFate] = useState<MassRow['fate']>(() => massFates.find((each) => counts[each] > 0) ?? 'change');
  const query = useQueryOf('mass.preview', { selection, action, fate, limit: shown }, { keep: true });
  return (
    <Stack gap="xs">
      <SegmentedControl value={fate} aria-label={t('mass.table')} onChange={(value) => setFate(massFates.find((each) => each === value) ?? 'change')}
        data={massFates.map((each) => ({ value: each, label: t('mass.fateCount', { fate: t(`mass.fates.${each}`), count: counts[each] }) }))} />
      <LoadState query={query} lines={4}>
        {({ rows, total }) => (rows.length === 0 ? <Text size="sm" c="dimmed">{t('mass.noneOfThese')}</Text> : (
          <>
            <Table.ScrollContainer minWidth={560} mah={320}>
              <Table stickyHeader aria-label={t('mass.table')} verticalSpacing={5}>
                <Table.Thead><Table.Tr><Table.Th>{t('mass.student')}</Table.Th><Table.Th>{t(fate === 'refused' ? 'mass.why' : 'mass.changes')}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>{rows.map((row) => <Row key={row.studentId} row={row} />)}</Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {total > rows.length && <Text size="sm" c="dimmed">{t('mass.more', { count: total - rows.length })}</Text>}
          </>
        ))}
      </LoadState>
    </Stack>
  );
}

function Row({ row }: { row: MassRow }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { write } = useCodes();
  const value = (field: string, text: string | null) => {
    if (text === null) return t('mass.empty');
    if (field === 'entryCode' || field === 'exitCode') return write(field === 'entryCode' ? 'entry' : 'exit', text);
    return field.endsWith('Date') ? format.date(text) : text;
  };
  const parts = [
    ...row.cells.map(({ field, before, after }) => `${describeField(field)}: ${before === null ? '' : `${value(field, before)} → `}${value(field, after)}`),
    ...(row.begins > 0 ? [t('mass.begins', { count: row.begins })] : []), ...(row.ends > 0 ? [t('mass.ends', { count: row.ends })] : []),
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>{writeName(format, row)} <Text span size="xs" c="dimmed">{row.studentNo}</Text></Table.Th>
      <Table.Td>{row.refusal ? describeFieldError({ path: '', messageKey: row.refusal, params: row.params }) : parts.join(' · ')}</Table.Td>
    </Table.Tr>
  );
}
