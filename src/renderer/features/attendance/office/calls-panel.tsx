import { Badge, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconBan, IconPhone, IconPhoneCheck, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { printPage } from '../../../platform/system.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import { EmptyState, LoadState, MomentText, TextLink } from '../../../ui/index.ts';
import { DateBar } from '../date-bar.tsx';
import { useAttendanceSearch } from '../use-attendance-search.ts';
import { CallDialog } from './call-dialog.tsx';

type Student = Output<'attendance.calls'>['students'][number];
type Guardian = Student['guardians'][number];
const limit = 200;

/** Today's absences without excuse: whom to call, in order, and what came of it. */
export function CallsPanel() {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const { date, show } = useAttendanceSearch();
  const [done, setDone] = useState('waiting');
  const [calling, setCalling] = useState<Student | null>(null);
  const query = useQueryOf('attendance.calls', { date, done: done === 'done', limit }, { keep: true });
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" gap="sm">
        <DateBar date={date} onChange={(next) => show({ date: next })} />
        <Group gap="xs" className="no-print">
          <SegmentedControl value={done} onChange={setDone} aria-label={t('views.calls')} data={[
            { value: 'waiting', label: `${t('calls.waiting')} (${format.number(query.data?.total ?? 0)})` }, { value: 'done', label: `${t('calls.done')} (${format.number(query.data?.done ?? 0)})` },
          ]} />
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('calls.print')}</Button>
        </Group>
      </Group>
      <Title order={2} size="h3" className="print-only">{t('calls.printedFor', { date: format.longDate(date) })}</Title>
      <Text size="sm" c="dimmed" className="no-print">{t('calls.hint')}</Text>
      <LoadState query={query}>
        {({ students, total }) => (students.length === 0
          ? <EmptyState icon={<IconPhoneCheck />} title={t('calls.none')} text={t('calls.noneText')} />
          : <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('views.calls')}>
              {students.map((student) => <CallCard key={student.id} student={student} date={date} onLog={() => setCalling(student)} />)}
              {done === 'waiting' && total > students.length && <Text component="li" size="sm" c="dimmed">{t('calls.more', { count: students.length })}</Text>}
            </Stack>)}
      </LoadState>
      {calling && <CallDialog student={calling} date={date} onClose={() => setCalling(null)} />}
    </Stack>
  );
}

function CallCard({ student, date, onLog }: { student: Student; date: string; onLog: () => void }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const name = writePerson(format, student);
  return (
    <Paper component="li" py="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 240px' }}>
          <TextLink to="/students/$studentId" params={{ studentId: student.id }} fw={600} size="md">{name}</TextLink>
          <Text size="sm" c="dimmed">
            {[student.division ?? student.level, student.wholeDay ? t('calls.wholeDay') : null, student.lessons > 0 ? t('calls.lessons', { count: student.lessons }) : null].filter(Boolean).join(' · ')}
          </Text>
          {student.calls.map((call) => (
            <Text key={call.id} size="xs" c="dimmed">{t(`calls.outcome.${call.outcome}`)} · <MomentText at={call.at} />{call.by && ` · ${call.by}`}{call.note && ` · ${call.note}`}</Text>
          ))}
        </div>
        <Stack gap={6} style={{ flex: '2 1 420px' }}>
          {student.guardians.length === 0 && <Text size="sm" c="dimmed">{t('calls.noGuardians')}</Text>}
          {student.guardians.map((guardian) => <GuardianLine key={guardian.id} guardian={guardian} student={student} date={date} />)}
        </Stack>
        <Button className="no-print" size="xs" variant="default" leftSection={<IconPhone size={15} aria-hidden />} onClick={onLog} aria-label={t('calls.logWhat', { name })}>{t('calls.log')}</Button>
      </Group>
    </Paper>
  );
}

function GuardianLine({ guardian, student, date }: { guardian: Guardian; student: Student; date: string }) {
  const { t } = useTranslation(['attendance', 'common']);
  const format = useFormat();
  const log = useCommand('attendance.logCall');
  const name = writePerson(format, guardian);
  const send = (outcome: 'reached' | 'noAnswer') => log.mutate({ studentId: student.id, date, guardianLinkId: guardian.id, outcome, note: null });
  return (
    <Group gap="sm" justify="space-between" wrap="wrap">
      <Text size="sm" style={{ flex: '1 1 220px' }}>
        {guardian.priority}. {name} <Text span c="dimmed" size="sm">({t(`common:relation.${guardian.relation}`)})</Text>
        {' '}{guardian.phones.map(({ value }) => <Text key={value} span fw={600} size="sm" mr={10} style={{ whiteSpace: 'nowrap' }}>{value}</Text>)}
        {!guardian.noContact && guardian.phones.length === 0 && <Text span size="sm" c="dimmed">{t('calls.noPhone')}</Text>}
      </Text>
      {guardian.noContact
        ? <div>
            <Badge variant="filled" tt="none" leftSection={<IconBan size={13} aria-hidden />} style={{ background: '#a61b1b', color: '#fff' }}>{t('calls.doNotCall')}</Badge>
            {guardian.noContactNote && <Text size="xs">{guardian.noContactNote}</Text>}
          </div>
        : <Group gap={6} className="no-print">
            <Button size="xs" variant="light" disabled={log.isPending} onClick={() => send('reached')} aria-label={t('calls.reachedWhat', { name })}>{t('calls.outcome.reached')}</Button>
            <Button size="xs" variant="default" disabled={log.isPending} onClick={() => send('noAnswer')} aria-label={t('calls.noAnswerWhat', { name })}>{t('calls.outcome.noAnswer')}</Button>
          </Group>}
    </Group>
  );
}
