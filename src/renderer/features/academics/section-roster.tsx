import { Alert, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { DateField, DateText, EmptyState, LoadState, TextLink } from '../../ui/index.ts';
import { today, writePerson } from './names.ts';

/** Who is in a section on a day, by default today (or the nearest day of its year); or everybody who ever was. */
export function SectionRoster({ sectionId, yearStart, yearEnd }: { sectionId: string; yearStart: string; yearEnd: string }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const seesStudents = useMay()('students:view');
  const now = today();
  const [on, setOn] = useState(now < yearStart ? yearStart : now > yearEnd ? yearEnd : now);
  const [everyone, setEveryone] = useState(false);
  const isDate = isoDate.safeParse(on).success;
  const query = useQueryOf('sections.roster', { id: sectionId, on: everyone || !isDate ? null : on }, { keep: true });
  return (
    <Stack>
      <Group gap="lg" align="flex-end">
        <DateField label={t('roster.on')} value={on} onChange={setOn} disabled={everyone} w={180} />
        <Switch label={t('roster.everyone')} checked={everyone} onChange={(event) => setEveryone(event.currentTarget.checked)} mb={8} />
        <Text size="sm" role="status" mb={8}>{query.data && t('roster.count', { count: query.data.students.length })}</Text>
        <div style={{ marginLeft: 'auto' }}><ExportButton list={{ table: 'roster', id: sectionId, on: everyone || !isDate ? null : on }} /></div>
      </Group>
      <LoadState query={query} lines={10}>
        {({ students, capacity }) => (
          <>
            {!everyone && capacity !== null && students.length > capacity && (
              <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />}>{t('sections.overText', { students: students.length, capacity })}</Alert>
            )}
            {students.length === 0 ? <EmptyState icon={<IconUsers />} title={t('roster.none')} text={t('roster.noneText')} /> : (
              <Table aria-label={t('sections.roster')} verticalSpacing={4} highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('fields:studentNo')}</Table.Th><Table.Th>{t('roster.name')}</Table.Th><Table.Th>{t('fields:division')}</Table.Th>
                    <Table.Th>{t('sections.from')}</Table.Th><Table.Th>{t('sections.until')}</Table.Th><Table.Th>{t('roster.reason')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {students.map((student) => (
                    <Table.Tr key={student.placeId}>
                      <Table.Td style={{ fontVariantNumeric: 'tabular-nums' }}>{student.studentNo}</Table.Td>
                      <Table.Th scope="row">{seesStudents ? <TextLink to="/students/$studentId" params={{ studentId: student.studentId }} underline="hover">{writePerson(format, student)}</TextLink> : writePerson(format, student)}</Table.Th>
                      <Table.Td>{student.division}</Table.Td><Table.Td><DateText date={student.startDate} /></Table.Td><Table.Td><DateText date={student.endDate} /></Table.Td><Table.Td>{student.reason}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </>
        )}
      </LoadState>
    </Stack>
  );
}
