import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Input } from '#contract/index.ts';
import { useJob } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { downloadFile } from '../../ui/documents/index.ts';
import { JobProgress } from '../../ui/index.ts';

const formats: readonly Input<'imports.problems'>['format'][] = ['xlsx', 'csv'];

/** The refused rows as a file, to mend them in a spreadsheet and drop them again. */
export function ProblemsDownload({ id, disabled }: { id: string; disabled: boolean }) {
  const { t } = useTranslation('exchange');
  const job = useJob('imports.problems');
  const run = async (format: Input<'imports.problems'>['format']) => {
    const made = await job.start({ id, format, language: readLanguage() });
    if (made) await downloadFile(made.fileId);
  };
  if (job.progress) return <JobProgress label={t('problems.running')} progress={job.progress} onCancel={job.cancel} />;
  return (
    <Menu position="bottom-start">
      <Menu.Target><Button variant="default" disabled={disabled} leftSection={<IconDownload size={16} aria-hidden />}>{t('problems.download')}</Button></Menu.Target>
      <Menu.Dropdown>{formats.map((format) => <Menu.Item key={format} onClick={() => void run(format)}>{t(`format.${format}`)}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}
