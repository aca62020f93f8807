import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { language as languageForm } from '#contract/fields.ts';
import type { Input } from '#contract/index.ts';
import { useJob } from '../../../client/index.ts';
import { readLanguage } from '../../../i18n/index.ts';
import { downloadFile } from '../../../ui/documents/index.ts';
import { Choice } from '../../../ui/export/index.ts';
import { JobProgress } from '../../../ui/index.ts';
import { LeftOut, OutgoingFields, useOutgoing } from '../../../ui/privacy/index.ts';

interface ListDialogProps {
  opened: boolean;
  onClose: () => void;
  filter: Input<'documents.classList'>['filter'];
  order: Input<'documents.classList'>['order'];
  total: number;
}

/** The list as shown, as pages to print. */
export function PrintDialog(props: ListDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={t('print.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <PrintForm {...props} />
    </Modal>
  );
}

function PrintForm({ onClose, filter, order, total }: ListDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const [title, setTitle] = useState(() => (filter?.division ? t('print.divisionTitle', { division: filter.division }) : ''));
  const [language, setLanguage] = useState(readLanguage);
  const outgoing = useOutgoing();
  const [leftOut, setLeftOut] = useState(0);
  const job = useJob('documents.classList');
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const disclosure = outgoing.read();
    if (disclosure === undefined) return;
    const made = await job.start({ filter, order, language, title, disclosure });
    if (!made) return;
    await downloadFile(made.fileId);
    if (made.leftOut > 0) setLeftOut(made.leftOut);
    else onClose();
  };
  if (job.progress) return <JobProgress label={t('print.running')} progress={job.progress} onCancel={job.cancel} />;
  if (leftOut > 0) return <LeftOut count={leftOut} onClose={onClose} />;
  return (
    <form noValidate onSubmit={(event) => void run(event)}>
      <Stack>
        <Text size="sm">{t('print.text', { students: t('common:student', { count: total }) })}</Text>
        <TextInput label={t('print.heading')} description={t('print.headingHint')} value={title} maxLength={120} data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)} />
        <Choice label={t('print.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))}
          data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]} />
        <OutgoingFields state={outgoing} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button type="submit" leftSection={<IconPrinter size={16} aria-hidden />} disabled={total === 0}>{t('print.action')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
