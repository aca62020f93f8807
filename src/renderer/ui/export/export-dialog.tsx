import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCalendarRepeat, IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { exportTable } from '#contract/export-tables.ts';
import { exportFormats, type ExportFormat } from '#contract/exports.ts';
import { language as languageForm } from '#contract/fields.ts';
import type { Input } from '#contract/index.ts';
import { isScheduledTable } from '#contract/scheduled-lists.ts';
import { useJob, useMay, useMe } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { downloadFile } from '../documents/index.ts';
import { JobProgress } from '../job-progress.tsx';
import { Choice } from './choice.tsx';
import { orderColumns } from './column-order.ts';
import { ColumnPicker } from './column-picker.tsx';
import { holdList } from './held-list.ts';
import { readExportMemory, writeExportMemory } from './export-memory.ts';
import { LeftOut, OutgoingFields, useOutgoing } from '../privacy/index.ts';

/** A list as its screen shows it: its table, and what the screen asks for. */
export type ExportListInput = Input<'exports.table'>['list'];

export interface ExportDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The list on the screen and, after it, others that go with it; those that the user may not see are not offered. */
  lists: readonly ExportListInput[];
}

const formatForm = z.enum(exportFormats);

/** Asks how a list is to be written, writes it, and hands the file to the user. */
export function ExportDialog({ opened, onClose, lists }: ExportDialogProps) {
  const { t } = useTranslation(['export', 'common']);
  const may = useMay();
  const offered = lists.filter(({ table }) => may(exportTable(table).permission));
  const [chosen, setChosen] = useState<string | null>(null);
  const list = offered.find(({ table }) => table === chosen) ?? offered[0];
  return (
    <Modal opened={opened && list !== undefined} onClose={onClose} size="lg" title={t('title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {list && <ExportForm key={list.table} list={list} offered={offered} onChoose={setChosen} onClose={onClose} />}
    </Modal>
  );
}

interface FormProps { list: ExportListInput; offered: readonly ExportListInput[]; onChoose: (table: string) => void; onClose: () => void }

function ExportForm({ list, offered, onChoose, onClose }: FormProps) {
  const { t } = useTranslation(['export', 'common']);
  const classes = useMe()?.fieldClasses ?? [];
  const { columns: described, isAboutStudents } = exportTable(list.table);
  const open = Object.entries(described).filter(([, { fieldClass }]) => fieldClass === undefined || classes.includes(fieldClass));
  const keys = open.map(([key]) => key), usualKeys = open.filter(([, { isExtra }]) => !isExtra).map(([key]) => key);
  const [remembered] = useState(() => readExportMemory(list.table));
  const [columns, setColumns] = useState(() => orderColumns(keys, remembered?.columns ?? null, usualKeys));
  const [format, setFormat] = useState<ExportFormat>(remembered?.format ?? 'xlsx');
  const [language, setLanguage] = useState(readLanguage);
  const outgoing = useOutgoing();
  const [leftOut, setLeftOut] = useState(0);
  const job = useJob('exports.table');
  const mayPlan = useMay()('schedules:create') && isScheduledTable(list.table);
  const navigate = useNavigate();
  const chosen = columns.filter((column) => column.chosen).map(({ key }) => key);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const disclosure = isAboutStudents ? outgoing.read() : null;
    if (disclosure === undefined) return;
    writeExportMemory(list.table, { format, columns: chosen });
    const made = await job.start({ list, format, language, columns: chosen, disclosure });
    if (!made) return;
    await downloadFile(made.fileId);
    if (made.leftOut > 0) setLeftOut(made.leftOut);
    else onClose();
  };
  const plan = () => {
    holdList({ list, columns: chosen, format });
    void navigate({ to: '/schedules' });
  };
  if (job.progress) return <JobProgress label={t('running')} progress={job.progress} onCancel={job.cancel} />;
  if (leftOut > 0) return <LeftOut count={leftOut} onClose={onClose} />;
  return (
    <form noValidate onSubmit={(event) => void run(event)}>
      <Stack>
        <Text size="sm">{t('text')}</Text>
        {offered.length > 1 && <Choice label={t('list')} value={list.table} onChange={onChoose} data={offered.map(({ table }) => ({ value: table, label: exportTable(table)[readLanguage()] }))} />}
        <Group gap="xl">
          <Choice label={t('format')} value={format} onChange={(value) => setFormat(formatForm.parse(value))} data={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))} />
          <Choice label={t('language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))}
            data={languageForm.options.map((value) => ({ value, label: t(`common:language.${value}`) }))} />
        </Group>
        <ColumnPicker columns={columns} described={described} usual={orderColumns(keys, null, usualKeys)} onChange={setColumns} />
        {isAboutStudents && <OutgoingFields state={outgoing} />}
        <Group justify="flex-end">
          {mayPlan && <Button variant="subtle" mr="auto" leftSection={<IconCalendarRepeat size={16} aria-hidden />} disabled={chosen.length === 0} onClick={plan}>{t('schedule')}</Button>}
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button type="submit" leftSection={<IconDownload size={16} aria-hidden />} disabled={chosen.length === 0}>{t('action')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
