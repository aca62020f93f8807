import { Badge, Button, Group, Pagination, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { RolloverRow } from '#contract/rollover.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { TextLink } from '../../ui/index.ts';
import { writeStudentName } from '../../ui/student-name.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { pageSize } from './look-step.tsx';
import { Reasons } from './reasons.tsx';

const colours = { promote: 'teal', retain: 'orange', graduate: 'teal', undecided: 'red', left: 'gray', alreadyEnrolled: 'gray' } as const;

export interface RowsTableProps { data: Output<'rollover.rows'>; fromYearId: string; page: number; onPage: (page: number) => void }

/** Students of one outcome with where they go and why. */
export function RowsTable({ data: { rows, total }, fromYearId, page, onPage }: RowsTableProps) {
  const { t } = useTranslation(['rollover', 'common']);
  const [decided, setDecided] = useState<RolloverRow | null>(null);
  if (total === 0) return <Text c="dimmed" size="sm">{t('look.none')}</Text>;
  return (
    <Stack>
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing={6} aria-label={t('look.students')}>
          <Table.Thead>
            <Table.Tr><Table.Th w="26%">{t('look.student')}</Table.Th><Table.Th w={80}>{t('look.now')}</Table.Th><Table.Th w={110}>{t('look.next')}</Table.Th><Table.Th w={165}>{t('look.outcome')}</Table.Th><Table.Th>{t('look.why')}</Table.Th><Table.Th w={110} className="no-print" aria-label={t('look.decide')} /></Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows.map((row) => <Row key={row.studentId} row={row} onDecide={() => setDecided(row)} />)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {total > pageSize && (
        <Pagination className="no-print" value={page} onChange={onPage} total={Math.ceil(total / pageSize)} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
          getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
      )}
      {decided && <DecideDialog row={decided} fromYearId={fromYearId} onClose={() => setDecided(null)} />}
    </Stack>
  );
}

function Row({ row, onDecide }: { row: RolloverRow; onDecide: () => void }) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const withdraw = useCommand('rollover.removeOverride');
  const name = writeStudentName(format, row);
  const isSettled = row.outcome === 'left' || row.outcome === 'alreadyEnrolled';
  const { override } = row;
  return (
    <Table.Tr>
      <Table.Td><TextLink to="/students/$studentId" params={{ studentId: row.studentId }}>{name}</TextLink> <Text span size="xs" c="dimmed">{row.studentNo}</Text></Table.Td>
      <Table.Td>{row.division ?? row.level}</Table.Td>
      <Table.Td>{row.toDivision ?? row.toLevel ?? '–'}</Table.Td>
      <Table.Td><Badge variant="outline" color={colours[row.outcome]} tt="none">{t(`outcome.${row.outcome}`)}</Badge></Table.Td>
      <Table.Td>
        <Text size="sm" component="div"><Reasons reasons={row.reasons} /></Text>
        {override && <Text size="xs" c="dimmed">{t('look.byRules', { outcome: t(`outcome.${row.ruled}`) })}</Text>}
      </Table.Td>
      <Table.Td className="no-print">
        {!isSettled && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            {override && <Button size="compact-sm" variant="subtle" aria-label={t('look.withdrawFor', { name })} onClick={() => withdraw.mutate({ id: override.id, rev: override.rev })}>{t('look.withdraw')}</Button>}
            <Button size="compact-sm" variant="default" aria-label={t('look.decideFor', { name })} onClick={onDecide}>{t('look.decide')}</Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
