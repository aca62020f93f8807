import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay } from '../../client/index.ts';
import { FormFailure } from '../../ui/index.ts';
import { Section } from './section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** What the school is called. */
export function SchoolSection({ data }: { data: Output<'settings.get'> }) {
  const { t } = useTranslation(['settings', 'common']);
  const readOnly = !useMay()('settings:edit');
  const { form, save, failure, saving } = useSettingsForm(data, ['nameEl', 'nameEn']);
  return (
    <Section id="school" title={t('school.title')} text={t(readOnly ? 'school.readOnly' : 'school.text')}>
      <form onSubmit={save} noValidate>
        <Stack>
          <TextInput label={t('school.nameEl')} maxLength={200} readOnly={readOnly} {...form.getInputProps('nameEl')} />
          <TextInput label={t('school.nameEn')} maxLength={200} readOnly={readOnly} {...form.getInputProps('nameEn')} />
          <FormFailure failure={failure} />
          {!readOnly && (
            <Group justify="flex-end"><Button type="submit" variant="default" loading={saving} disabled={!form.isDirty()}>{t('common:actions.save')}</Button></Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
