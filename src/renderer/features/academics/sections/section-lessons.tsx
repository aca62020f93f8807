import { Stack, Table } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ButtonLink, EmptyState } from '../../../ui/index.ts';
import { weekdayKey } from '../timetable/weekdays.ts';

/** The weekly lessons of a section; they are placed in the timetable. */
export function SectionLessons({ data }: { data: Output<'sections.get'> }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const { section, meetings } = data;
  const link = section.division !== null && (
    <ButtonLink to="/timetable" search={{ year: section.yearId, by: 'division', level: section.level ?? undefined, of: section.division }} variant="default">{t('sections.openTimetable')}</ButtonLink>
  );
  if (meetings.length === 0) return <EmptyState icon={<IconCalendarTime />} title={t('sections.noLessons')} text={t('sections.noLessonsText')}>{link}</EmptyState>;
  return (
    <Stack align="flex-start" maw={640}>
      <Table aria-label={t('sections.timetable')} verticalSpacing={6}>
        <Table.Thead><Table.Tr><Table.Th>{t('fields:weekday')}</Table.Th><Table.Th>{t('timetable.hour')}</Table.Th><Table.Th>{t('fields:startTime')}</Table.Th><Table.Th>{t('fields:endTime')}</Table.Th><Table.Th>{t('fields:room')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {meetings.map((meeting) => (
            <Table.Tr key={meeting.id}>
              <Table.Th scope="row">{t(`timetable.weekdays.${weekdayKey(meeting.weekday)}`)}</Table.Th><Table.Td>{meeting.period !== null && format.number(meeting.period)}</Table.Td>
              <Table.Td>{meeting.startTime}</Table.Td><Table.Td>{meeting.endTime}</Table.Td><Table.Td>{meeting.room ?? section.room}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {link}
    </Stack>
  );
}
