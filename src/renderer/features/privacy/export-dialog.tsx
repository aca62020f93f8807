import { Button, Group, Input, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Input as InputOf } from '#contract/index.ts';
import { useJob } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { downloadFile } from '../../ui/documents/index.ts';
import { JobProgress } from '../../ui/index.ts';

const formats = z.enum(['xlsx', 'csv']);

/** The log as it is narrowed now, as a file in the window's language. */
export function ExportDialog({ filter, total, onClose }: { filter: InputOf<'disclosures.export'>['filter']; total: number; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'export', 'common']);
  const [format, setFormat] = useState<z.infer<typeof formats>>('xlsx');
  const job = useJob('disclosures.export');
  const run = async () => {
    const made = await job.start({ filter, format, language: readLanguage() });
    if (!made) return;
    await downloadFile(made.fileId);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('disclosure.export')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {job.progress ? <JobProgress label={t('disclosure.exportRunning')} progress={job.progress} onCancel={job.cancel} /> : (
        <Stack>
          <Text size="sm">{t('disclosure.exportText', { what: t('disclosure.count', { count: total }) })}</Text>
          <Input.Wrapper label={t('disclosure.exportFormat')} labelElement="div">
            <SegmentedControl aria-label={t('disclosure.exportFormat')} value={format} onChange={(value) => setFormat(formats.parse(value))} display="flex"
              data={formats.options.map((value) => ({ value, label: t(`export:formats.${value}`) }))} />
          </Input.Wrapper>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
            <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void run()}>{t('export:action')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
