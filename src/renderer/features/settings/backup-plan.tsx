import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { FormFailure } from '../../ui/index.ts';
import { useSettingsForm } from './use-settings-form.ts';

/** When and where backups are made, and how many are kept. */
export function BackupPlan({ data }: { data: Output<'settings.get'> }) {
  const { t } = useTranslation('settings');
  const { form, save, failure, saving } = useSettingsForm(data, ['backupAt', 'backupFolder', 'backupKeep']);
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput label={t('backups.nightly')} miw={120} maxLength={5} inputMode="numeric" {...form.getInputProps('backupAt')} />
          <NumberInput label={t('backups.keep')} min={1} max={365} miw={120} {...form.getInputProps('backupKeep')} />
          <TextInput label={t('backups.folder')} description={t('backups.folderHint')} inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={500} miw={280} spellCheck={false} {...form.getInputProps('backupFolder')} />
        </Group>
        <FormFailure failure={failure} />
        <Group justify="flex-end"><Button type="submit" variant="default" loading={saving} disabled={!form.isDirty()}>{t('backups.save')}</Button></Group>
      </Stack>
    </form>
  );
}
