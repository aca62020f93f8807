import { Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow, InterventionRow, NamedStudent } from '#contract/conduct.ts';
import { useFormat } from '../../i18n/format.ts';
import { TextLink } from '../links.tsx';
import { writeStudentAndPlace } from '../student-name.ts';

/** Students by name, each a link to the profile, and how many more there are. */
export function StudentLinks({ students, others = 0 }: { students: readonly NamedStudent[]; others?: number }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  return (
    <Text span size="sm">
      {students.map((student, at) => (
        <Fragment key={student.studentId}>
          {at > 0 && ', '}
          <TextLink to="/students/$studentId" params={{ studentId: student.studentId }}>{writeStudentAndPlace(format, student)}</TextLink>
        </Fragment>
      ))}
      {others > 0 && <Text span size="sm" c="dimmed">{students.length > 0 && ', '}{t('incident.others', { count: others })}</Text>}
    </Text>
  );
}

/** What has to be seen at a glance of an incident: state, weight, how long it is open, and that it is confidential. */
export function IncidentMarks({ incident, overdueDays }: { incident: IncidentRow; overdueDays?: number }) {
  const { t } = useTranslation('conduct');
  const isOpen = incident.status !== 'closed';
  const isOverdue = isOpen && overdueDays !== undefined && incident.days > overdueDays;
  return (
    <Group gap={6}>
      <Badge variant="outline" color={isOpen ? "orange" : "gray"} tt="none">{t(`incident.statusName.${incident.status}`)}</Badge>
      {incident.severity > 1 && <Badge variant="outline" color={incident.severity === 3 ? 'red' : 'gray'} tt="none">{t(`incident.severityName.${incident.severity === 3 ? 3 : 2}`)}</Badge>}
      {incident.isSafeguarding === true && <Badge variant="outline" color="red" tt="none" leftSection={<IconLock size={12} aria-hidden />}>{t('incident.safeguarding')}</Badge>}
      {isOpen && incident.days > 0 && (
        <Text span size="xs" fw={isOverdue ? 600 : undefined} c={isOverdue ? undefined : 'dimmed'}>
          {isOverdue && <IconAlertTriangle size={13} aria-hidden style={{ verticalAlign: '-2px', marginRight: 3 }} />}
          {t('incident.openFor', { count: incident.days })}
        </Text>
      )}
    </Group>
  );
}

/** Whether an intervention is due for review, under way or ended. */
export function InterventionMarks({ intervention }: { intervention: InterventionRow }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const { isDue, endDate, reviewDate } = intervention;
  const state = endDate !== null ? 'ended' : isDue ? 'due' : 'active';
  return (
    <Group gap={6}>
      <Badge variant="outline" color={state === 'due' ? 'red' : 'gray'} tt="none">{t(`intervention.stateName.${state}`)}</Badge>
      {endDate === null && reviewDate !== null && <Text span size="xs" c={isDue ? undefined : 'dimmed'} fw={isDue ? 600 : undefined}>{t('intervention.reviewOn', { date: format.date(reviewDate) })}</Text>}
    </Group>
  );
}
