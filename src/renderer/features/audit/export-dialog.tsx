import { Button, Group, Input, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { language as languageForm } from '#contract/fields.ts';
import type { Input as InputOf } from '#contract/index.ts';
import { useJob } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { downloadFile } from '../../ui/documents/index.ts';
import { JobProgress } from '../../ui/index.ts';

export interface ExportDialogProps {
  filter: InputOf<'audit.list'>['filter'];
  total: number;
  onClose: () => void;
}

const formats = z.enum(['xlsx', 'csv']);

/** The record as it is narrowed now, as a file to keep. */
export function ExportDialog({ filter, total, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['audit', 'common']);
  const [format, setFormat] = useState<z.infer<typeof formats>>('xlsx');
  const [language, setLanguage] = useState(readLanguage);
  const job = useJob('audit.export');
  const run = async () => {
    const made = await job.start({ filter, format, language });
    if (!made) return;
    await downloadFile(made.fileId);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('export.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {job.progress ? <JobProgress label={t('export.running')} progress={job.progress} onCancel={job.cancel} /> : (
        <Stack>
          <Text size="sm">{t('export.text', { entries: t('entries', { count: total }) })}</Text>
          <Group gap="xl">
            <Input.Wrapper label={t('export.format')} labelElement="div">
              <SegmentedControl aria-label={t('export.format')} value={format} onChange={(value) => setFormat(formats.parse(value))} display="flex"
                data={formats.options.map((value) => ({ value, label: t(`export.${value}`) }))} />
            </Input.Wrapper>
            <Input.Wrapper label={t('export.language')} labelElement="div">
              <SegmentedControl aria-label={t('export.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))} display="flex"
                data={languageForm.options.map((value) => ({ value, label: t(`common:language.${value}`) }))} />
            </Input.Wrapper>
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
            <Button leftSection={<IconDownload size={16} aria-hidden />} disabled={total === 0} onClick={() => void run()}>{t('export.run')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
