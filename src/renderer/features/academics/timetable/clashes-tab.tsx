import { Badge, Table } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { EmptyState, LoadState, TextLink } from '../../../ui/index.ts';
import { writePeople } from '../names.ts';
import type { Year } from '../year-select.tsx';
import { weekdayKey } from './weekdays.ts';

/** Every clash of a year, to be worked through. */
export function ClashesTab({ year }: { year: Year }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const query = useQueryOf('timetable.clashes', { yearId: year.id });
  return (
    <LoadState query={query} lines={6}>
      {({ clashes }) => (clashes.length === 0 ? <EmptyState icon={<IconCalendarCheck />} title={t('timetable.noClashes')} text={t('timetable.noClashesText')} /> : (
        <Table aria-label={t('timetable.clashTab')} verticalSpacing={6}>
          <Table.Thead><Table.Tr><Table.Th>{t('fields:kind')}</Table.Th><Table.Th>{t('fields:weekday')}</Table.Th><Table.Th>{t('sections.title')}</Table.Th><Table.Th>{t('staff.name')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {clashes.map((clash) => (
              <Table.Tr key={`${clash.kind} ${clash.meetingId} ${clash.withSectionId}`}>
                <Table.Td><Badge variant="outline" color="red">{t(`timetable.by.${clash.kind}`)}</Badge></Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{t(`timetable.weekdays.${weekdayKey(clash.weekday)}`)} {clash.startTime}–{clash.endTime}</Table.Td>
                <Table.Td>
                  <TextLink to="/sections/$sectionId" params={{ sectionId: clash.sectionId }}>{clash.sectionCode}</TextLink>{', '}
                  <TextLink to="/sections/$sectionId" params={{ sectionId: clash.withSectionId }}>{clash.withSectionCode}</TextLink>
                </Table.Td>
                <Table.Td>{clash.kind === 'room' ? clash.room : clash.count > clash.names.length ? t('timetable.and', { names: writePeople(format, clash.names) }) : writePeople(format, clash.names)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </LoadState>
  );
}
