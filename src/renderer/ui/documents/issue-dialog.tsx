import { Alert, Button, Group, List, Modal, SegmentedControl, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { issuedKinds, type IssuedKind } from '#contract/documents.ts';
import { language as languageForm } from '#contract/fields.ts';
import type { Output } from '#contract/index.ts';
import { useJob, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { readLanguage } from '../../i18n/index.ts';
import { JobProgress } from '../job-progress.tsx';
import { LoadState } from '../load-state.tsx';
import { downloadFile } from './download-file.ts';

const kindForm = z.enum(issuedKinds);
type Options = Output<'documents.options'>;
type Made = Output<'documents.issue'>;

export interface IssueDialogProps {
  /** For this student alone; without one, for a class, a level or the school. */
  studentId?: string;
  onClose: () => void;
}

/** Issues documents: of which kind, about which year, to whom, in which language. */
export function IssueDialog(props: IssueDialogProps) {
  const { t } = useTranslation(['documents', 'common']);
  const options = useQueryOf('documents.options', {});
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Modal opened onClose={props.onClose} title={t(props.studentId ? 'issue.titleOne' : 'issue.title')} size="lg" closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {made ? <Result made={made} onClose={props.onClose} /> : (
        <LoadState query={options}>{(data) => <IssueForm {...props} options={data} onMade={setMade} />}</LoadState>
      )}
    </Modal>
  );
}

const nothing = '';
/** The newest year that fits a kind of document: report cards are of a year in which grades are posted. */
const usualYear = ({ years }: Options, kind: IssuedKind) =>
  (kind === 'reportCard' ? years.find(({ terms }) => terms.some(({ hasGrades }) => hasGrades)) : years.find(({ isOpen }) => isOpen)) ?? years[0];

function IssueForm({ studentId, options, onMade, onClose }: IssueDialogProps & { options: Options; onMade: (made: Made) => void }) {
  const { t } = useTranslation(['documents', 'common', 'fields']);
  const format = useFormat();
  const [kind, setKind] = useState<IssuedKind>(studentId ? 'enrolmentCertificate' : 'reportCard');
  const [yearId, setYearId] = useState<string | null>(() => usualYear(options, kind)?.id ?? null);
  const [termId, setTermId] = useState<string | null>(null);
  const [level, setLevel] = useState<string | null>(null);
  const [division, setDivision] = useState<string | null>(null);
  const [language, setLanguage] = useState(readLanguage);
  const job = useJob('documents.issue');
  const year = options.years.find(({ id }) => id === yearId);
  const divisions = year?.divisions ?? [];
  const levels = [...new Set(divisions.map((each) => each.level))];
  const chosen = divisions.filter((each) => (level === null || each.level === level) && (division === null || each.division === division));
  const students = chosen.reduce((sum, each) => sum + each.students, 0);
  const narrow = (next: { yearId?: string | null; level?: string | null }) => {
    if (next.yearId !== undefined) {
      setYearId(next.yearId);
      setTermId(null);
      setLevel(null);
    }
    if (next.level !== undefined) setLevel(next.level);
    setDivision(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!yearId) return;
    const made = await job.start({ kind, language, yearId, termId: kind === 'reportCard' ? termId : null, ...(studentId ? { studentIds: [studentId] } : { level, division }) });
    if (!made) return;
    if (made.fileId) await downloadFile(made.fileId);
    if (studentId && made.fileId) onClose();
    else onMade(made);
  };
  if (job.progress) return <JobProgress label={t('issue.running')} progress={job.progress} onCancel={job.cancel} />;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select label={t('column.kind')} allowDeselect={false} data-autofocus value={kind} data={issuedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(value) => {
              const next = kindForm.parse(value);
              setKind(next);
              narrow({ yearId: usualYear(options, next)?.id ?? null });
            }} />
          <Stack gap={4}>
            <Text size="sm" fw={500} aria-hidden>{t('issue.language')}</Text>
            <SegmentedControl aria-label={t('issue.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))}
              data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]} />
          </Stack>
          <Select label={t('fields:yearId')} allowDeselect={false} value={yearId} data={options.years.map(({ id, label }) => ({ value: id, label }))} onChange={(value) => narrow({ yearId: value })} />
          {kind === 'reportCard' && (
            <Select label={t('issue.term')} allowDeselect={false} value={termId ?? nothing} onChange={(value) => setTermId(value || null)}
              data={[{ value: nothing, label: t('issue.wholeYear') }, ...(year?.terms ?? []).map((term) => ({ value: term.id, label: pickName(format, term.nameEl, term.nameEn), disabled: !term.hasGrades }))]} />
          )}
          {!studentId && (
            <>
              <Select label={t('fields:level')} placeholder={t('issue.everyLevel')} clearable clearButtonProps={{ 'aria-label': t('issue.everyLevel') }} value={level} data={levels} onChange={(value) => narrow({ level: value })} />
              <Select label={t('fields:division')} placeholder={t('issue.everyDivision')} clearable clearButtonProps={{ 'aria-label': t('issue.everyDivision') }} searchable value={division}
                data={[...new Set(divisions.filter((each) => level === null || each.level === level).flatMap((each) => each.division ?? []))].toSorted(format.compare)} onChange={setDivision} />
            </>
          )}
        </SimpleGrid>
        <Text size="sm" c="dimmed">{t(`issue.about.${kind}`)}{!studentId && ` ${t('issue.count', { students: t('common:student', { count: students }) })}`}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button type="submit" leftSection={<IconFileCertificate size={16} aria-hidden />} disabled={!yearId || (!studentId && students === 0)}>{t('issue.action')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Result({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Stack role="status">
      {made.documents > 0 && (
        <Alert color="teal" variant="outline" title={t('made.title', { count: made.documents })}>
          {t('made.serials', { first: made.firstSerial, last: made.lastSerial })} {t('made.pages', { count: made.pages })} {t('made.saved')}
        </Alert>
      )}
      {made.skippedTotal > 0 && (
        <Alert color="orange" variant="outline" title={t('made.skipped', { count: made.skippedTotal })}>
          <List size="sm">{made.skipped.map(({ studentNo, reason }) => <List.Item key={studentNo}>{studentNo}: {t(`skip.${reason}`)}</List.Item>)}</List>
        </Alert>
      )}
      {made.documents === 0 && made.skippedTotal === 0 && <Alert color="orange" variant="outline">{t('made.nobody')}</Alert>}
      <Group justify="flex-end">
        {made.fileId && <Button variant="default" onClick={() => made.fileId && void downloadFile(made.fileId)}>{t('made.again')}</Button>}
        <Button onClick={onClose} data-autofocus>{t('common:actions.close')}</Button>
      </Group>
    </Stack>
  );
}
