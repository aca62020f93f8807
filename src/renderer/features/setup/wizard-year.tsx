import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/index.ts';
import classes from './setup.module.css';
import type { WizardForm } from './wizard-form.ts';

/** The school year and its terms. */
export function YearStep({ form }: { form: WizardForm }) {
  const { t } = useTranslation('setup');
  const { year, terms } = form.values;
  const addTerm = () => form.insertListItem('terms', { nameEl: '', nameEn: '', startDate: year.endDate, endDate: year.endDate });
  return (
    <Stack>
      <Text size="sm">{t('year.text')}</Text>
      <Group grow align="flex-start">
        <TextInput label={t('year.label')} required maxLength={20} autoFocus {...form.getInputProps('year.label')} />
        <FormDate form={form} path="year.startDate" label={t('year.start')} />
        <FormDate form={form} path="year.endDate" label={t('year.end')} />
      </Group>
      <Group justify="space-between">
        <Title order={2} size="h4">{t('year.terms')}</Title>
        <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={addTerm} disabled={terms.length >= 12}>{t('year.addTerm')}</Button>
      </Group>
      <div>
        {terms.map((term, at) => (
          <fieldset key={at} className={classes.term}>
            <Text component="legend" size="xs" c="dimmed" px={4}>
              {t('year.term', { number: at + 1 })}
              {terms.length > 1 && (
                <ActionIcon size="sm" variant="subtle" color="gray" ml={4} aria-label={t('year.removeTerm', { name: term.nameEl || t('year.term', { number: at + 1 }) })}
                  onClick={() => form.removeListItem('terms', at)}><IconTrash size={14} aria-hidden /></ActionIcon>
              )}
            </Text>
            <TextInput label={t('year.termNameEl')} required maxLength={60} {...form.getInputProps(`terms.${at}.nameEl`)} />
            <TextInput label={t('year.termNameEn')} required maxLength={60} {...form.getInputProps(`terms.${at}.nameEn`)} />
            <FormDate form={form} path={`terms.${at}.startDate`} label={t('year.start')} />
            <FormDate form={form} path={`terms.${at}.endDate`} label={t('year.end')} />
          </fieldset>
        ))}
      </div>
    </Stack>
  );
}

function FormDate({ form, path, label }: { form: WizardForm; path: string; label: string }) {
  const { value, onChange, ...input } = form.getInputProps(path);
  return <DateField label={label} required {...input} value={value} onChange={onChange} />;
}
