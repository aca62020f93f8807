import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionPreview } from '#contract/privacy.ts';
import { useJob } from '../../../client/index.ts';
import { JobProgress } from '../../../ui/index.ts';
import { DueTotals } from './due-tables.tsx';

export interface ApplyDialogProps { preview: RetentionPreview; onClose: () => void; onDone: (students: number) => void }

/** Asks, with the numbers in view, before what the preview named is erased for good. */
export function ApplyDialog({ preview, onClose, onDone }: ApplyDialogProps) {
  const { t } = useTranslation(['privacy', 'common', 'errors']);
  const job = useJob('retention.apply');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isRight = typed.trim() === String(preview.total);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRight || reason.trim() === '') return;
    const made = await job.start({ digest: preview.digest, reason });
    if (made) onDone(made.students);
    else onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('retention.applyTitle')} closeOnClickOutside={false} closeOnEscape={!job.running} withCloseButton={!job.running} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {job.progress ? (
        <Stack gap="xs"><JobProgress label={t('retention.running')} progress={job.progress} onCancel={job.cancel} /><Text size="sm" c="dimmed">{t('retention.cancelHint')}</Text></Stack>
      ) : (
        <form onSubmit={(event) => void run(event)} noValidate>
          <Stack>
            <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />}>{t('retention.applyText', { count: preview.total })} {t('retention.applyBackups')}</Alert>
            <DueTotals preview={preview} />
            <TextInput label={t('retention.reason')} description={t('retention.reasonHint')} required data-autofocus maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && reason.trim() === '' ? t('errors:required') : undefined} />
            <TextInput label={t('retention.typeNumber', { count: preview.total })} required inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
              error={tried && !isRight ? t('retention.numberOther') : undefined} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
              <Button type="submit" color="red">{t('retention.applyAction')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
