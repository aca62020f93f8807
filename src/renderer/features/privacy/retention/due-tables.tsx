import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DueStudent, RetentionPreview } from '#contract/privacy.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DateText } from '../../../ui/index.ts';
import { StudentLink, useCountWords } from '../../../ui/privacy/index.ts';

/** How many students and records of each kind are due. */
export function DueTotals({ preview }: { preview: RetentionPreview }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <>
      <Table maw={720} verticalSpacing={6} aria-label={t('retention.dueKinds')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('retention.kindHead')}</Table.Th><Table.Th ta="right">{t('retention.years')}</Table.Th><Table.Th ta="right">{t('retention.studentsHead')}</Table.Th><Table.Th ta="right">{t('retention.rowsHead')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.kinds.map(({ kind, years, students, rows }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={500}>{t(`kind.${kind}`)}</Table.Th><Table.Td ta="right">{format.number(years)}</Table.Td><Table.Td ta="right">{format.number(students)}</Table.Td><Table.Td ta="right">{format.number(rows)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {preview.imports > 0 && <Text size="sm">{t('retention.imports', { count: preview.imports })}</Text>}
    </>
  );
}

/** The students whose records are due: since when they are gone, and what of theirs is due. */
export function DueStudents({ students }: { students: readonly DueStudent[] }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const write = useCountWords();
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing="xs" aria-label={t('retention.preview')}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('student')}</Table.Th><Table.Th>{t('fields:studentNo')}</Table.Th><Table.Th>{t('retention.leftOn')}</Table.Th><Table.Th w="50%">{t('retention.dueKinds')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {students.map((student) => (
            <Table.Tr key={student.studentId}>
              <Table.Th scope="row" fw={500}><StudentLink student={student} /></Table.Th><Table.Td>{student.studentNo}</Table.Td><Table.Td><DateText date={student.leftOn} /></Table.Td><Table.Td>{write(student.kinds)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Those who would be due but for a legal hold. */
export function HeldStudents({ held }: { held: RetentionPreview['held'] }) {
  const { t } = useTranslation(['privacy', 'fields']);
  if (held.total === 0) return null;
  const rest = held.total - held.rows.length;
  return (
    <Stack gap="xs" mt="md" component="section" aria-label={t('retention.held', { count: held.total })}>
      <div><Title order={3} size="h4">{t('retention.held', { count: held.total })}</Title><Text size="sm" c="dimmed">{t('retention.heldText')}</Text></div>
      <Table.ScrollContainer minWidth={620}>
        <Table verticalSpacing="xs" aria-label={t('retention.held', { count: held.total })}>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('student')}</Table.Th><Table.Th>{t('retention.leftOn')}</Table.Th><Table.Th w="45%">{t('fields:reason')}</Table.Th><Table.Th>{t('retention.heldUntil')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {held.rows.map((student) => (
              <Table.Tr key={student.studentId}>
                <Table.Th scope="row" fw={500}><StudentLink student={student} /> <Text span size="sm" c="dimmed">{student.studentNo}</Text></Table.Th><Table.Td><DateText date={student.leftOn} /></Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{student.reason}</Table.Td><Table.Td>{student.until ? <DateText date={student.until} /> : t('retention.heldOpen')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rest > 0 && <Text size="sm" c="dimmed">{t('andMore', { count: rest })}</Text>}
    </Stack>
  );
}
