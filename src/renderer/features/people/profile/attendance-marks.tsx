import { ActionIcon, Button, Paper, Table, Text, Title, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '#contract/attendance.ts';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { EmptyState } from '../../../ui/index.ts';
import type { MarkPlace } from './mark-dialog.tsx';

type Row = Output<'attendance.student'>['marks'][number];
const first = 20;

/** Every mark of the year, the teacher's and the office's side by side, latest first. */
export function AttendanceMarks({ marks, onCorrect }: { marks: readonly Row[]; onCorrect?: (place: MarkPlace) => void }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const codes = useQueryOf('attendance.codes', {});
  const write = (mark: AttendanceMark) => {
    const code = codes.data?.codes.find(({ id }) => id === mark.codeId);
    return (
      <>
        <Text span size="sm" fw={600}>{code?.code}</Text> <Text span size="sm">{code && pickName(format, code.labelEl, code.labelEn)}{mark.minutes !== null && ` · ${t('sheet.minutesShort', { count: mark.minutes })}`}</Text>
        <Text size="xs" c="dimmed">{[mark.by, format.moment(mark.at), mark.note, mark.hasDocument ? t('sheet.document') : null].filter(Boolean).join(' · ')}</Text>
      </>
    );
  };
  if (marks.length === 0) return <EmptyState title={t('student.noMarks')} text={t('student.noMarksText')} />;
  return (
    <Paper component="section" aria-label={t('student.marks')}>
      <Title order={2} size="h3" mb="xs">{t('student.marks')}</Title>
      <Table.ScrollContainer minWidth={700}>
        <Table verticalSpacing={6} aria-label={t('student.marks')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('student.day')}</Table.Th><Table.Th>{t('student.what')}</Table.Th><Table.Th>{t('student.teacher')}</Table.Th><Table.Th>{t('student.office')}</Table.Th>
              {onCorrect && <Table.Th aria-label={t('student.correct')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {marks.slice(0, all ? undefined : first).map((row) => {
              const what = row.period === null ? t('student.wholeDay') : t('student.hour', { period: row.period, course: pickName(format, row.courseEl, row.courseEn) });
              return (
                <Table.Tr key={`${row.date} ${row.sectionId} ${row.period}`} style={{ verticalAlign: 'top' }}>
                  <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>{format.date(row.date)}</Table.Th><Table.Td>{what}</Table.Td>
                  <Table.Td>{row.teacher ? write(row.teacher) : '–'}</Table.Td><Table.Td>{row.office ? write(row.office) : '–'}</Table.Td>
                  {onCorrect && (
                    <Table.Td ta="right">
                      <Tooltip label={t('student.correct')}>
                        <ActionIcon variant="subtle" aria-label={t('student.correctWhat', { what: `${format.date(row.date)}, ${what}` })} onClick={() => onCorrect(row)}><IconPencil size={16} aria-hidden /></ActionIcon>
                      </Tooltip>
                    </Table.Td>
                  )}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {!all && marks.length > first && <Button mt="xs" variant="default" onClick={() => setAll(true)}>{t('student.showAll', { count: marks.length })}</Button>}
    </Paper>
  );
}
