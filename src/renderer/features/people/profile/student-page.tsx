import { Alert, Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconArchive, IconPencil } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { call, reportFailure, useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ButtonLink, LoadState, MomentText, Page } from '../../../ui/index.ts';
import { AsOfButton } from '../as-of/as-of-button.tsx';
import { AsOfProfile } from '../as-of/as-of-profile.tsx';
import { EditDetails } from '../form/edit-details.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { writeName, writeOtherName } from '../student-name.ts';
import { AttendanceSection } from './attendance-section.tsx';
import { ConductSection } from './conduct-section.tsx';
import { DetailsView } from './details-view.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { AttachmentsSection } from './documents/attachments-section.tsx';
import { EnrolmentsSection } from './enrolments-section.tsx';
import { GradesSection } from './grades-section.tsx';
import { GuardiansSection } from './guardians-section.tsx';
import { EmergencyAlert } from './health/emergency-alert.tsx';
import { HealthTab } from './health/health-tab.tsx';
import { NoContactAlert } from './no-contact-alert.tsx';
import { NotesSection } from './notes-section.tsx';
import { OwnFieldsSection } from './own-fields-section.tsx';
import { MoreMenu } from './privacy/more-menu.tsx';
import { PrivacyTab } from './privacy/privacy-tab.tsx';
import { StudentHistory } from './student-history.tsx';

/** One student: who they are, where they are enrolled, who stands behind them, and what was changed. */
export function StudentPage() {
  const { t } = useTranslation('people');
  const { studentId } = useParams({ from: '/students/$studentId' });
  const { asOf } = useSearch({ from: '/students/$studentId' });
  const query = useQueryOf('students.get', { id: studentId }, { enabled: asOf === undefined });
  const found = query.data !== undefined;
  useEffect(() => {
    // Only a convenience of the home screen: a failure here is nothing to tell.
    if (found) call('recent.add', { id: studentId }).catch(() => undefined);
  }, [studentId, found]);
  if (asOf !== undefined) return <AsOfProfile studentId={studentId} date={asOf} />;
  if (!query.data) return <Page title={t('student')}><LoadState query={query} lines={10}>{() => null}</LoadState></Page>;
  return <Profile key={studentId} student={query.data} />;
}

function Profile({ student }: { student: Output<'students.get'> }) {
  const { t } = useTranslation(['people', 'common', 'attendance', 'documents', 'results', 'conduct', 'family', 'privacy']);
  const format = useFormat();
  const may = useMay();
  const { tab: asked } = useSearch({ from: '/students/$studentId' });
  const [tab, setTab] = useState<string | null>(asked ?? 'details');
  const [editing, setEditing] = useState(false);
  const seesPrivacy = may('disclosures:view') || may('privacy:view');
  const seesCare = may('health:view') || may('consents:view');
  const { details } = student;
  const current = student.enrolments[0];
  const other = writeOtherName(format, details);
  const edit = () => {
    setTab('details');
    setEditing(true);
  };
  return (
    <Page title={writeName(format, details)} tabTitle={t('student')} actions={<ProfileActions student={student} editing={editing} onEdit={edit} />} subtitle={(
      <Group gap="md">
        {other && <Text span size="md">{other}</Text>}
        <Text span size="sm">{t('profile.number', { number: details.studentNo })}</Text>
        {current && <Text span size="sm">{[current.level, current.division].filter(Boolean).join(' · ')} ({current.yearLabel})</Text>}
        <StatusBadge status={student.status} />
        {student.directoryOptOut && <Badge variant="outline" color="gray" tt="none">{t('privacy:optOut.badge')}</Badge>}
      </Group>
    )}>
      {student.archivedAt !== null && (
        <Alert color="gray" variant="outline" icon={<IconArchive aria-hidden />} title={t('profile.archivedTitle')} mb="md">
          <MomentText at={student.archivedAt} />. {t('profile.archivedText')}
        </Alert>
      )}
      {may('guardians:view') && <NoContactAlert studentId={student.id} />}
      {may('health:view') && <EmergencyAlert studentId={student.id} />}
      <Tabs value={tab} onChange={setTab} keepMounted={editing} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{t('profile.details')}</Tabs.Tab>
          <Tabs.Tab value="enrolments">{t('profile.enrolments')}</Tabs.Tab>
          {may('attendance:view') && <Tabs.Tab value="attendance">{t('attendance:title')}</Tabs.Tab>}
          {may('grades:view') && <Tabs.Tab value="grades">{t('results:student.tab')}</Tabs.Tab>}
          {may('guardians:view') && <Tabs.Tab value="guardians">{t('profile.guardians')}</Tabs.Tab>}
          {seesCare && <Tabs.Tab value="health">{t('family:tab.health')}</Tabs.Tab>}
          {may('attachments:view') && <Tabs.Tab value="attachments">{t('family:tab.documents')}</Tabs.Tab>}
          {may('notes:view') && <Tabs.Tab value="notes">{t('profile.notes')}</Tabs.Tab>}
          {may('documents:print') && <Tabs.Tab value="documents">{t('documents:profile.tab')}</Tabs.Tab>}
          {may('conduct:view') && <Tabs.Tab value="conduct">{t('conduct:tab.profile')}</Tabs.Tab>}
          {seesPrivacy && <Tabs.Tab value="privacy">{t('privacy:profile.tab')}</Tabs.Tab>}
          {may('history:view') && <Tabs.Tab value="history">{t('profile.history')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="details">
          {editing ? <EditDetails student={student} onDone={() => setEditing(false)} /> : <Stack><DetailsView student={student} /><OwnFieldsSection studentId={student.id} /></Stack>}
        </Tabs.Panel>
        <Tabs.Panel value="enrolments"><EnrolmentsSection student={student} /></Tabs.Panel>
        {may('attendance:view') && <Tabs.Panel value="attendance"><AttendanceSection studentId={student.id} /></Tabs.Panel>}
        {may('grades:view') && <Tabs.Panel value="grades"><GradesSection studentId={student.id} /></Tabs.Panel>}
        {may('guardians:view') && <Tabs.Panel value="guardians"><GuardiansSection studentId={student.id} /></Tabs.Panel>}
        {seesCare && <Tabs.Panel value="health"><HealthTab studentId={student.id} /></Tabs.Panel>}
        {may('attachments:view') && <Tabs.Panel value="attachments">{tab === 'attachments' && <AttachmentsSection studentId={student.id} />}</Tabs.Panel>}
        {may('notes:view') && <Tabs.Panel value="notes"><NotesSection studentId={student.id} /></Tabs.Panel>}
        {may('documents:print') && <Tabs.Panel value="documents"><DocumentsSection studentId={student.id} /></Tabs.Panel>}
        {may('conduct:view') && <Tabs.Panel value="conduct"><ConductSection studentId={student.id} name={writeName(format, details)} /></Tabs.Panel>}
        {seesPrivacy && <Tabs.Panel value="privacy">{tab === 'privacy' && <PrivacyTab student={student} />}</Tabs.Panel>}
        {may('history:view') && <Tabs.Panel value="history"><StudentHistory studentId={student.id} /></Tabs.Panel>}
      </Tabs>
    </Page>
  );
}

function ProfileActions({ student, editing, onEdit }: { student: Output<'students.get'>; editing: boolean; onEdit: () => void }) {
  const { t } = useTranslation(['people', 'common', 'enrolment']);
  const may = useMay();
  const navigate = useNavigate();
  const archive = useCommand('students.archive');
  const unarchive = useCommand('students.unarchive');
  const command = student.archivedAt === null ? archive : unarchive;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.target === document.body;
      if (plain && event.code === 'KeyE' && may('students:edit') && !editing) onEdit();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  if (editing) return null;
  return (
    <>
      {may('students:edit') && <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>{t('common:actions.edit')}</Button>}
      {may('students:archive') && (
        <Button variant="default" leftSection={<IconArchive size={16} aria-hidden />} loading={command.isPending}
          onClick={() => command.mutate({ ids: [student.id] }, { onError: reportFailure })}>
          {student.archivedAt === null ? t('archive.action') : t('unarchive.action')}
        </Button>
      )}
      <AsOfButton hint={t('enrolment:asOf.pickProfile')} date={undefined}
        onPick={(asOf) => void navigate({ to: '/students/$studentId', params: { studentId: student.id }, search: { asOf } })} />
      <MoreMenu student={student} />
      <ButtonLink to="/students" variant="subtle">{t('profile.toList')}</ButtonLink>
    </>
  );
}
