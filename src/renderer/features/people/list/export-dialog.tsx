import { Button, Checkbox, Group, Modal, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { language as languageForm } from '#contract/fields.ts';
import type { Input } from '#contract/index.ts';
import { studentColumns } from '#contract/people.ts';
import { useJob, useMe } from '../../../client/index.ts';
import { readLanguage } from '../../../i18n/index.ts';
import { JobProgress } from '../../../ui/index.ts';
import { fetchAndSave } from './fetch-and-save.ts';
import { LeftOut, OutgoingFields, useOutgoing } from '../../../ui/privacy/index.ts';

export interface ListDialogProps {
  opened: boolean;
  onClose: () => void;
  filter: Input<'exports.students'>['filter'];
  order: Input<'exports.students'>['order'];
  total: number;
}

const contactColumns: readonly string[] = ['email', 'phone'];
const formats = z.enum(['xlsx', 'csv']);
const columnList = z.array(z.enum(studentColumns));

/** The list as shown, as a file to keep. */
export function ExportDialog(props: ListDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={t('export.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <ExportForm {...props} />
    </Modal>
  );
}

function ExportForm({ onClose, filter, order, total }: ListDialogProps) {
  const { t } = useTranslation(['people', 'common', 'fields']);
  const me = useMe();
  const offered = studentColumns.filter((column) => !contactColumns.includes(column) || me?.fieldClasses.includes('contact'));
  const [columns, setColumns] = useState(() => offered.filter((column) => !contactColumns.includes(column)));
  const [format, setFormat] = useState<z.infer<typeof formats>>('xlsx');
  const [language, setLanguage] = useState(readLanguage);
  const outgoing = useOutgoing();
  const [leftOut, setLeftOut] = useState(0);
  const job = useJob('exports.students');
  const run = async () => {
    const disclosure = outgoing.read();
    if (disclosure === undefined) return;
    const made = await job.start({ format, columns: studentColumns.filter((column) => columns.includes(column)), filter, order, language, disclosure });
    if (!made) return;
    await fetchAndSave(made.fileId);
    if (made.leftOut > 0) setLeftOut(made.leftOut);
    else onClose();
  };
  if (job.progress) return <JobProgress label={t('export.running')} progress={job.progress} onCancel={job.cancel} />;
  if (leftOut > 0) return <LeftOut count={leftOut} onClose={onClose} />;
  return (
    <Stack>
      <Text size="sm">{t('export.text', { students: t('common:student', { count: total }) })}</Text>
      <Checkbox.Group label={t('export.columns')} value={columns} onChange={(chosen) => setColumns(columnList.parse(chosen))}>
        <SimpleGrid cols={{ base: 2, sm: 3 }} mt={6} spacing={8} verticalSpacing={8}>
          {offered.map((column) => <Checkbox key={column} value={column} label={t(`fields:${column}`)} />)}
        </SimpleGrid>
      </Checkbox.Group>
      <Group gap="xl">
        <Choice label={t('export.format')} value={format} onChange={(value) => setFormat(formats.parse(value))}
          data={[{ value: 'xlsx', label: t('export.xlsx') }, { value: 'csv', label: t('export.csv') }]} />
        <Choice label={t('export.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))}
          data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]} />
      </Group>
      <OutgoingFields state={outgoing} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
        <Button leftSection={<IconDownload size={16} aria-hidden />} disabled={columns.length === 0 || total === 0} onClick={() => void run()}>{t('export.action')}</Button>
      </Group>
    </Stack>
  );
}

/** A choice of few, with its name above. */
export function Choice({ label, ...control }: { label: string; value: string; onChange: (value: string) => void; data: { value: string; label: string }[] }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} aria-hidden>{label}</Text>
      <SegmentedControl {...control} aria-label={label} />
    </Stack>
  );
}
