import { Alert, Button, Group, Input, Modal, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArchive, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { language as languageForm } from '#contract/fields.ts';
import type { Output } from '#contract/index.ts';
import { fieldClasses } from '#contract/permissions.ts';
import { useJob, useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { readLanguage } from '../../../../i18n/index.ts';
import { downloadFile } from '../../../../ui/documents/index.ts';
import { JobProgress } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';

const classForm = z.enum(fieldClasses);
const theStudent = 'student';

/** Makes the whole file of the student, or of one of the guardians, as one archive to hand over. */
export function ArchiveDialog({ student, onClose }: { student: Output<'students.get'>; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'common']);
  const format = useFormat();
  const guardians = useQueryOf('guardians.list', { studentId: student.id }, { enabled: useMay()('guardians:view') });
  const [who, setWho] = useState(theStudent);
  const [language, setLanguage] = useState(readLanguage);
  const [leftOut, setLeftOut] = useState<string[] | null>(null);
  const job = useJob('privacy.archive');
  const run = async () => {
    const made = await job.start({ studentId: student.id, guardianId: who === theStudent ? null : who, language });
    if (!made) return;
    await downloadFile(made.fileId);
    setLeftOut(made.leftOut);
  };
  return (
    <Modal opened onClose={onClose} title={t('archive.title', { name: writeName(format, student.details) })} size="lg" closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {job.progress ? <JobProgress label={t('archive.running')} progress={job.progress} onCancel={job.cancel} /> : leftOut ? (
        <Stack>
          <Alert color="teal" variant="outline" icon={<IconCircleCheck aria-hidden />} title={t('archive.made')} role="status">
            <Text size="sm">{leftOut.length === 0 ? t('archive.whole') : t('archive.leftOut', { classes: leftOut.map((each) => t(`archive.fieldClass.${classForm.parse(each)}`)).join(', ') })}</Text>
            <Text size="sm" mt={6}>{t('archive.kept')}</Text>
          </Alert>
          <Group justify="flex-end"><Button data-autofocus onClick={onClose}>{t('common:actions.close')}</Button></Group>
        </Stack>
      ) : (
        <Stack>
          <Text size="sm">{t('archive.text')}</Text>
          <Text size="sm" c="dimmed">{t('archive.scope')}</Text>
          <Radio.Group label={t('archive.who')} value={who} onChange={setWho}>
            <Stack gap={8} mt={6}>
              <Radio value={theStudent} label={t('archive.theStudent', { name: writeName(format, student.details) })} />
              {guardians.data?.guardians.map((guardian) => <Radio key={guardian.id} value={guardian.id} label={t('archive.theGuardian', { name: writeName(format, guardian) })} />)}
            </Stack>
          </Radio.Group>
          <Input.Wrapper label={t('archive.language')} labelElement="div">
            <SegmentedControl aria-label={t('archive.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))} display="flex"
              data={languageForm.options.map((value) => ({ value, label: t(`common:language.${value}`) }))} />
          </Input.Wrapper>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
            <Button leftSection={<IconArchive size={16} aria-hidden />} onClick={() => void run()}>{t('archive.action')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
