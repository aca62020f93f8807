import { Badge, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalHold } from '#contract/privacy.ts';
import { useCommand, useMay } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateText } from '../date-text.tsx';
import { writeName } from '../person-name.ts';
import { RowActions } from '../row-actions.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { StudentLink } from './student-list.tsx';

const stateOf = (hold: LegalHold) => (hold.isLive ? 'live' : hold.endDate !== null && hold.endDate < new Date().toLocaleDateString('sv-SE') ? 'over' : 'ahead');

/** Legal holds, those in force first. `withStudents`: also whose, where the screen does not say it. */
export function HoldsTable({ holds, withStudents }: { holds: readonly LegalHold[]; withStudents: boolean }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const format = useFormat();
  const mayConfigure = useMay()('privacy:configure');
  const remove = useCommand('legalHolds.remove');
  const [edited, setEdited] = useState<LegalHold | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={620}>
        <Table aria-label={t('tabs.holds')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {withStudents && <Table.Th>{t('student')}</Table.Th>}<Table.Th w="40%">{t('fields:reason')}</Table.Th><Table.Th>{t('hold.start')}</Table.Th><Table.Th>{t('hold.end')}</Table.Th>
              <Table.Th>{t('fields:status')}</Table.Th>{mayConfigure && <Table.Td className="no-print" />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {holds.map((hold) => (
              <Table.Tr key={hold.id}>
                {withStudents && <Table.Th scope="row" fw={500}><StudentLink student={hold} /> <Text span size="sm" c="dimmed">{hold.studentNo}</Text></Table.Th>}
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{hold.reason}</Table.Td>
                <Table.Td><DateText date={hold.startDate} /></Table.Td>
                <Table.Td>{hold.endDate ? <DateText date={hold.endDate} /> : t('hold.open')}</Table.Td>
                <Table.Td><Badge variant="outline" tt="none" color={hold.isLive ? 'orange' : 'gray'}>{t(`hold.${stateOf(hold)}`)}</Badge></Table.Td>
                {mayConfigure && (
                  <Table.Td className="no-print">
                    <RowActions what={t('hold.what', { name: writeName(format, hold) })} onEdit={() => setEdited(hold)} onRemove={() => remove.mutate({ id: hold.id, rev: hold.rev })} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {edited && <HoldDialog hold={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
