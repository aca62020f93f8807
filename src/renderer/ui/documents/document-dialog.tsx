import { Alert, Button, Group, Modal, Stack, Table, Textarea } from '@mantine/core';
import { IconBan, IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#contract/documents.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Failure } from '#contract/errors.ts';
import { toFailure, useCommand, useJob, useMay } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DateText, MomentText } from '../date-text.tsx';
import { FormFailure } from '../form-errors.tsx';
import { JobProgress } from '../job-progress.tsx';
import { downloadDocument } from './download-document.ts';
import { downloadFile } from './download-file.ts';
import { IssuedBadge } from './issued-badge.tsx';
import { writeStudent } from './write-student.ts';

type Act = 'void' | 'reissue';

/** An issued document: what it is, its PDF, and issuing it anew or declaring it void, each with a reason. */
export function DocumentDialog({ document, onClose }: { document: IssuedDocument; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const [act, setAct] = useState<Act | null>(null);
  const title = act === null ? t('document.title', { serial: document.serial }) : t(`${act}.title`, { serial: document.serial });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {act === null ? <Facts document={document} onAct={setAct} /> : <ReasonForm act={act} document={document} onBack={() => setAct(null)} onDone={onClose} />}
    </Modal>
  );
}

function Facts({ document, onAct }: { document: IssuedDocument; onAct: (act: Act) => void }) {
  const { t } = useTranslation(['documents', 'common', 'fields']);
  const format = useFormat();
  const may = useMay();
  const inForce = document.status === 'issued';
  const facts = [
    [t('column.kind'), `${t(`kind.${document.kind}`)} · ${t(`common:language.${document.language}`)}`],
    [t('column.student'), `${writeStudent(format, document)} (${document.studentNo ?? ''})`],
    [t('column.about'), [document.yearLabel, pickName(format, document.termEl, document.termEn)].filter(Boolean).join(' · ')],
  ] as const;
  return (
    <Stack>
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {facts.map(([name, value]) => <Table.Tr key={name}><Table.Th w={150} fw={500}>{name}</Table.Th><Table.Td>{value}</Table.Td></Table.Tr>)}
          <Table.Tr><Table.Th fw={500}>{t('column.issuedOn')}</Table.Th><Table.Td><DateText date={document.issuedOn} /> · {document.issuedBy ?? t('document.program')} · <MomentText at={document.issuedAt} /></Table.Td></Table.Tr>
          <Table.Tr><Table.Th fw={500}>{t('column.status')}</Table.Th><Table.Td><IssuedBadge status={document.status} /></Table.Td></Table.Tr>
          {document.replacedBy && <Table.Tr><Table.Th fw={500}>{t('document.replacedBy')}</Table.Th><Table.Td>{document.replacedBy}</Table.Td></Table.Tr>}
          {document.reason && <Table.Tr><Table.Th fw={500}>{t('reason')}</Table.Th><Table.Td>{document.reason}</Table.Td></Table.Tr>}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end">
        {inForce && may('documents:void') && <Button variant="default" leftSection={<IconBan size={16} aria-hidden />} onClick={() => onAct('void')}>{t('void.open')}</Button>}
        {inForce && may('documents:issue') && <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => onAct('reissue')}>{t('reissue.open')}</Button>}
        <Button leftSection={<IconDownload size={16} aria-hidden />} data-autofocus onClick={() => void downloadDocument(document.id)}>{t('document.download')}</Button>
      </Group>
    </Stack>
  );
}

function ReasonForm({ act, document, onBack, onDone }: { act: Act; document: IssuedDocument; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const annul = useCommand('documents.void', { handles: errorCodes });
  const reissue = useJob('documents.reissue');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    const input = { id: document.id, rev: document.rev, reason };
    if (act === 'reissue') {
      const made = await reissue.start(input);
      if (!made) return;
      if (made.fileId) await downloadFile(made.fileId);
      onDone();
      return;
    }
    try {
      await annul.mutateAsync(input);
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  if (reissue.progress) return <JobProgress label={t('issue.running')} progress={reissue.progress} />;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Alert variant="outline" color="gray">{t(`${act}.text`)}</Alert>
        <Textarea label={t('reason')} required maxLength={300} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <FormFailure failure={failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>{t('common:actions.back')}</Button>
          <Button type="submit" color={act === 'void' ? 'red' : undefined} loading={annul.isPending} disabled={reason.trim() === ''}>{t(`${act}.action`)}</Button>
        </Group>
      </Stack>
    </form>
  );
}
