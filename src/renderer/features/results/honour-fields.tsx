import { ActionIcon, Checkbox, Group, NumberInput, Paper, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { scaleKinds } from '#contract/scales.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import type { RuleValues } from './rules-panel.tsx';

const kinds = z.enum(scaleKinds);

/** One mark of honour: what it is called and what it asks for. */
export function HonourFields({ form, index, mayEdit }: { form: UseFormReturnType<RuleValues>; index: number; mayEdit: boolean }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const honour = form.getValues().rules.honours[index];
  if (!honour) return null;
  const path = `rules.honours.${index}` as const;
  const name = pickName(format, honour.labelEl, honour.labelEn) || t('rules.honour', { number: index + 1 });
  return (
    <Paper role="group" aria-label={t('rules.honour', { number: index + 1 })}>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput {...form.getInputProps(`${path}.labelEl`)} label={t('rules.labelEl')} required style={{ flex: 1 }} />
        <TextInput {...form.getInputProps(`${path}.labelEn`)} label={t('rules.labelEn')} required style={{ flex: 1 }} />
        <Select label={t('rules.kind')} w={150} allowDeselect={false} value={honour.kind} data={kinds.options.map((value) => ({ value, label: t(`scales.kind.${value}`) }))}
          onChange={(value) => form.setFieldValue(`${path}.kind`, kinds.parse(value))} />
        <NumberInput {...form.getInputProps(`${path}.minMean`)} label={t('rules.minMean')} required w={120} hideControls decimalScale={3} min={0} />
        <NumberInput {...form.getInputProps(`${path}.minGrade`)} value={honour.minGrade ?? ''} label={t('rules.minGrade')} w={170} hideControls decimalScale={3} min={0} />
        {mayEdit && (
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('rules.removeHonour', { name })} onClick={() => form.removeListItem('rules.honours', index)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Group gap="xl" mt="sm">
        <Checkbox {...form.getInputProps(`${path}.firstOnly`, { type: 'checkbox' })} label={t('rules.firstOnly')} />
        <Checkbox {...form.getInputProps(`${path}.cleanConduct`, { type: 'checkbox' })} label={t('rules.cleanConduct')} />
      </Group>
    </Paper>
  );
}
