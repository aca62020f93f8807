import { Badge, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { describeField } from '../../../i18n/dynamic.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { useValueWords, writeValue } from '../../../ui/changes/index.ts';
import { ButtonLink, LoadState, Page } from '../../../ui/index.ts';
import type { DetailField } from '../form/form-values.ts';
import { StatusBadge } from '../status-badge.tsx';
import { writeName, writeOtherName } from '../student-name.ts';
import { AsOfBanner } from './as-of-banner.tsx';
import { AsOfButton } from './as-of-button.tsx';

type Recorded = Output<'asOf.student'>;
const groups = [
  { key: 'names', fields: ['familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred'] },
  { key: 'identity', fields: ['studentNo', 'birthDate', 'sex', 'nationalId'] },
  { key: 'contact', fields: ['mobile', 'phone', 'email', 'address'] },
] as const satisfies readonly { key: string; fields: readonly DetailField[] }[];

/** A student's record as it stood on a day, to read. */
export function AsOfProfile({ studentId, date }: { studentId: string; date: string }) {
  const { t } = useTranslation(['people', 'enrolment']);
  const query = useQueryOf('asOf.student', { studentId, date }, { keep: true });
  const navigate = useNavigate();
  const go = (asOf: string | undefined) => void navigate({ to: '/students/$studentId', params: { studentId }, search: { asOf }, replace: true });
  const banner = (text: string) => <AsOfBanner date={date} text={text} onBack={() => go(undefined)} />;
  const actions = (
    <>
      <AsOfButton hint={t('enrolment:asOf.pickProfile')} date={date} onPick={go} />
      <ButtonLink to="/students" search={{ asOf: date }} variant="subtle">{t('profile.toList')}</ButtonLink>
    </>
  );
  if (!query.data) return <Page title={t('student')} actions={actions}>{banner(t('enrolment:asOf.profileText'))}<LoadState query={query} lines={8}>{() => null}</LoadState></Page>;
  return <Shown student={query.data} date={date} actions={actions} banner={banner} />;
}

function Shown({ student, date, actions, banner }: { student: Recorded; date: string; actions: ReactNode; banner: (text: string) => ReactNode }) {
  const { t } = useTranslation(['people', 'enrolment']);
  const format = useFormat();
  const words = useValueWords();
  const may = useMay();
  const { details, stay, recordedLater } = student;
  const other = writeOtherName(format, details);
  return (
    <Page title={writeName(format, details)} tabTitle={t('student')} actions={actions} subtitle={(
      <Group gap="md">
        {other && <Text span size="md">{other}</Text>}
        <Text span size="sm">{t('profile.number', { number: details.studentNo })}</Text>
        {stay && student.status === 'enrolled' && <Text span size="sm">{[stay.level, stay.division].filter(Boolean).join(' · ')} ({stay.yearLabel})</Text>}
        <StatusBadge status={student.status} />
      </Group>
    )}>
      {banner(recordedLater === null ? t('enrolment:asOf.profileText') : t('enrolment:asOf.recordedLater', { date: format.date(new Date(recordedLater).toLocaleDateString('sv-SE')) }))}
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        {groups.map(({ key, fields }) => (
          <Paper key={key}>
            <Title order={2} size="h3" mb="sm">{t(`form.${key}`)}</Title>
            <Stack component="dl" gap="xs" m={0}>
              {fields.map((field) => (
                <div key={field}>
                  <Text component="dt" size="xs" c="dimmed">{describeField(field)}</Text>
                  <Text component="dd" m={0} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{writeValue(field, details[field], words) || '–'}</Text>
                </div>
              ))}
            </Stack>
          </Paper>
        ))}
        <Enrolled student={student} />
        {may('guardians:view') && <Guardians studentId={student.id} date={date} />}
      </SimpleGrid>
    </Page>
  );
}

function Enrolled({ student: { stay, sections } }: { student: Recorded }) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const format = useFormat();
  return (
    <Paper>
      <Title order={2} size="h3" mb="sm">{t('asOf.enrolment')}</Title>
      {stay === null ? <Text size="sm" c="dimmed">{t('asOf.notEnrolled')}</Text> : (
        <Text size="sm">
          {stay.yearLabel}: {[stay.level, stay.division].filter(Boolean).join(' · ')}, {t('asOf.entered', { date: format.date(stay.entryDate) })}
          {stay.lastAttendedDate && `, ${t('asOf.leftOn', { date: format.date(stay.lastAttendedDate) })}`}
        </Text>
      )}
      <Title order={3} size="h4" mt="md" mb={4}>{t('asOf.classes')}</Title>
      {sections.length === 0 ? <Text size="sm" c="dimmed">{t('asOf.noClasses')}</Text> : (
        <List size="sm">{sections.map((section) => <List.Item key={section.id}>{section.code} · {pickName(format, section.nameEl, section.nameEn)}</List.Item>)}</List>
      )}
    </Paper>
  );
}

function Guardians({ studentId, date }: { studentId: string; date: string }) {
  const { t } = useTranslation(['enrolment', 'common', 'fields']);
  const format = useFormat();
  const query = useQueryOf('asOf.guardians', { studentId, date }, { keep: true });
  return (
    <Paper>
      <Title order={2} size="h3" mb="sm">{t('asOf.guardians')}</Title>
      <LoadState query={query} lines={2}>
        {({ guardians }) => (guardians.length === 0 ? <Text size="sm" c="dimmed">{t('asOf.noGuardians')}</Text> : (
          <Stack gap="sm">
            {guardians.map((guardian) => (
              <div key={guardian.id}>
                <Group gap="xs">
                  <Text size="sm" fw={600}>{writeName(format, guardian)}</Text>
                  <Text size="sm" c="dimmed">{t(`common:relation.${guardian.relation}`)}</Text>
                  {guardian.noContact && <Badge color="red" variant="filled" tt="none">{t('fields:noContact')}</Badge>}
                </Group>
                <Text size="sm">{[guardian.mobile, guardian.phone, guardian.email].filter(Boolean).join(' · ')}</Text>
              </div>
            ))}
          </Stack>
        ))}
      </LoadState>
    </Paper>
  );
}
