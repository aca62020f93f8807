import { Alert, Fieldset, NumberInput, Select, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMay } from '../../client/index.ts';
import { AnchorLink } from '../../ui/index.ts';
import type { PartProps } from './form-of.ts';

const targetForm = z.enum(['folder', 'mail']);
const keeps = ['all', 'count', 'days'] as const;
const keepForm = z.enum(keeps);
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Where the file goes, and how many files stay there. */
export function TargetFields({ form, hasMail }: PartProps & { hasMail: boolean }) {
  const { t } = useTranslation('schedules');
  const { target, keep } = form.getValues().schedule;
  const isFolder = target.kind === 'folder';
  // The list's own message stands first; of the addresses, the first that is none.
  const wrong = Object.entries(form.errors).find(([path]) => path.startsWith('schedule.target.recipients'))?.[1];
  return (
    <Fieldset legend={t('form.where')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
          <Select label={t('form.target')} allowDeselect={false} value={target.kind} data={targetForm.options.map((value) => ({ value, label: t(`where.${value}`) }))}
            onChange={(value) => form.setFieldValue('schedule.target.kind', targetForm.parse(value))} />
          {isFolder && (
            <Select label={t('form.keep')} allowDeselect={false} value={keep.kind} data={keeps.map((value) => ({ value, label: t(`form.keeps.${value}`) }))}
              onChange={(value) => form.setFieldValue('schedule.keep.kind', keepForm.parse(value))} />
          )}
          {isFolder && keep.kind === 'count' && <NumberInput label={t('form.keepCount')} required min={1} max={1000} allowDecimal={false} {...form.getInputProps('schedule.keep.count')} />}
          {isFolder && keep.kind === 'days' && <NumberInput label={t('form.keepDays')} required min={1} max={3650} allowDecimal={false} {...form.getInputProps('schedule.keep.days')} />}
        </SimpleGrid>
        {isFolder && keep.kind !== 'all' && <Text size="xs" c="dimmed">{t('form.keepHint')}</Text>}
        {isFolder ? (
          <TextInput label={t('form.folder')} description={t('form.folderHint')} inputWrapperOrder={below} required maxLength={500} spellCheck={false} autoComplete="off" {...form.getInputProps('schedule.target.folder')} />
        ) : (
          <TagsInput label={t('form.recipients')} description={t('form.recipientsHint')} inputWrapperOrder={below} required maxTags={20} splitChars={[',', ';', ' ']}
            {...form.getInputProps('schedule.target.recipients')} error={wrong} />
        )}
        {!isFolder && !hasMail && <NoMail />}
      </Stack>
    </Fieldset>
  );
}

function NoMail() {
  const { t } = useTranslation('schedules');
  const may = useMay();
  return (
    <Alert color="orange" variant="outline" role="status">
      {t('form.noMail')} {may('settings:view') && <AnchorLink size="sm" to="/settings" hash="mail">{t('form.toSettings')}</AnchorLink>}
    </Alert>
  );
}
