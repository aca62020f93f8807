import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob, useMay, useQueryOf } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { JobProgress } from '../../ui/index.ts';
import { downloadFile } from '../../ui/documents/index.ts';
import { LeftOut, OutgoingFields, useOutgoing } from '../../ui/privacy/index.ts';

const parts = ['guardians', 'demographics', 'results'] as const;

/** Writes a year of the school as a bundle for other systems; for who may export and see all that goes into it. */
export function RosterExport() {
  const { t } = useTranslation(['exchange', 'common']);
  const may = useMay();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  if (!may('exports:run') || !may('students:view') || !may('structure:view') || !may('sections:view')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPackageExport size={16} aria-hidden />} onClick={() => setOpened(true)}>{t('roster.open')}</Button>
      <Modal opened={opened} onClose={close} size="lg" title={t('roster.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}><RosterForm onClose={close} /></Modal>
    </>
  );
}

function RosterForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['exchange', 'common']);
  const may = useMay();
  const years = useQueryOf('years.list', {}).data?.years ?? [];
  const allowed = { guardians: may('guardians:view'), demographics: true, results: may('grades:view') };
  const [wanted, setWanted] = useState({ guardians: allowed.guardians, demographics: true, results: false });
  const [yearId, setYearId] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState(0);
  const outgoing = useOutgoing();
  const job = useJob('exports.oneRoster');
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const disclosure = outgoing.read();
    if (disclosure === undefined) return;
    const made = await job.start({ yearId, ...wanted, language: readLanguage(), disclosure });
    if (!made) return;
    await downloadFile(made.fileId);
    if (made.leftOut > 0) setLeftOut(made.leftOut);
    else onClose();
  };
  if (job.progress) return <JobProgress label={t('roster.running')} progress={job.progress} onCancel={job.cancel} />;
  if (leftOut > 0) return <LeftOut count={leftOut} onClose={onClose} />;
  return (
    <form noValidate onSubmit={(event) => void run(event)}>
      <Stack>
        <Text size="sm">{t('roster.text')}</Text>
        <Select label={t('roster.year')} w={220} allowDeselect={false} value={yearId ?? years.find(({ status }) => status === 'open')?.id ?? null} data={years.map(({ id, label }) => ({ value: id, label }))} onChange={setYearId} />
        <Checkbox.Group label={t('roster.parts')} value={parts.filter((part) => wanted[part])} onChange={(chosen) => setWanted({ guardians: chosen.includes('guardians'), demographics: chosen.includes('demographics'), results: chosen.includes('results') })}>
          <Stack gap={8} mt={6}>
            {parts.map((part) => <Checkbox key={part} value={part} label={t(`roster.part.${part}`)} description={t(`roster.about.${part}`)} disabled={!allowed[part]} />)}
          </Stack>
        </Checkbox.Group>
        <OutgoingFields state={outgoing} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button type="submit" leftSection={<IconPackageExport size={16} aria-hidden />}>{t('roster.run')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
