import { ActionIcon, Alert, Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { scaleKinds } from '#contract/scales.ts';
import { useCommand } from '../../client/index.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import type { Scale } from './scales-panel.tsx';

const kinds = z.enum(scaleKinds);
const rules = z.object({ scale: contract['scales.save'].input.shape.scale });
/** A number field that is empty holds ''; the contract refuses that at the field. */
type Num = number | '';
interface Band { labelEl: string; labelEn: string; threshold: Num; gradePoints: Num | null }
type Values = {
  scale: { nameEl: string; nameEn: string; kind: (typeof scaleKinds)[number]; min: Num; max: Num; step: Num; passMark: Num; validFrom: string; validTo: string; bands: Band[] };
};

const empty: Values['scale'] = {
  nameEl: '', nameEn: '', kind: 'percent', min: 0, max: 100, step: 1, passMark: 50, validFrom: '', validTo: '', bands: [{ labelEl: '', labelEn: '', threshold: 0, gradePoints: 0 }],
};
const toValues = ({ nameEl, nameEn, kind, min, max, step, passMark, validFrom, validTo, bands }: Scale): Values['scale'] => ({
  nameEl, nameEn, kind, min, max, step, passMark, validFrom: validFrom ?? '', validTo: validTo ?? '',
  bands: bands.map(({ labelEl, labelEn, threshold, gradePoints }) => ({ labelEl, labelEn, threshold, gradePoints })),
});
/** What was left empty goes as null, so that the same schema judges it here and in the program. */
const toInput = ({ scale }: Values) => ({ scale: { ...scale, bands: scale.bands.map((band) => ({ ...band, gradePoints: band.gradePoints === '' ? null : band.gradePoints })) } });

/** Enters or edits a scale with its bands. */
export function ScaleDialog({ scale, onClose }: { scale: Scale | null; onClose: () => void }) {
  const { t } = useTranslation(['results', 'fields', 'common']);
  const command = useCommand('scales.save', { handles: errorCodes });
  const check = validateWith(rules);
  const form = useForm<Values>({ initialValues: { scale: scale ? toValues(scale) : empty }, validate: (values) => check(toInput(values)) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ id: scale?.id ?? null, rev: scale?.rev ?? null, scale: rules.parse(toInput(values)).scale })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const number = (name: 'min' | 'max' | 'step' | 'passMark') => (
    <NumberInput {...form.getInputProps(`scale.${name}`)} label={t(`fields:${name}`)} required min={0} decimalScale={3} hideControls />
  );
  return (
    <DialogForm title={scale ? t('scales.edit') : t('scales.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {scale?.isUsed && <Alert color="blue" variant="outline">{t('scales.newVersion')}</Alert>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('scale.nameEl')} label={t('fields:nameEl')} required data-autofocus />
        <TextInput {...form.getInputProps('scale.nameEn')} label={t('fields:nameEn')} required />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
        <Select label={t('fields:kind')} required allowDeselect={false} value={form.getValues().scale.kind}
          data={kinds.options.map((value) => ({ value, label: t(`scales.kind.${value}`) }))} onChange={(value) => form.setFieldValue('scale.kind', kinds.parse(value))} />
        <DateField {...form.getInputProps('scale.validFrom')} label={t('fields:validFrom')} />
        <DateField {...form.getInputProps('scale.validTo')} label={t('fields:validTo')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 4 }} verticalSpacing="sm">
        {number('min')}{number('max')}{number('step')}{number('passMark')}
      </SimpleGrid>
      <BandFields form={form} />
    </DialogForm>
  );
}

function BandFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation(['results', 'fields']);
  const { bands } = form.getValues().scale;
  return (
    <Stack gap={6} role="group" aria-label={t('scales.bands')}>
      <Text size="sm" fw={600}>{t('scales.bands')}</Text>
      <Group gap={6} wrap="nowrap" aria-hidden>
        <Text size="sm" w={90}>{t('scales.from')}</Text><Text size="sm" style={{ flex: 1 }}>{t('fields:labelEl')}</Text><Text size="sm" style={{ flex: 1 }}>{t('fields:labelEn')}</Text>
        <Text size="sm" w={140}>{t('scales.points')}</Text>
      </Group>
      {bands.map((_band, index) => {
        const field = (name: keyof Band, label: string) => ({ ...form.getInputProps(`scale.bands.${index}.${name}`), 'aria-label': `${t('scales.band', { number: index + 1 })}: ${label}` });
        return (
          // A band has no key of its own before it is saved; its place is what it is known by here.
          <Group key={index} gap={6} wrap="nowrap" align="flex-start">
            <NumberInput {...field('threshold', t('scales.from'))} w={90} hideControls decimalScale={3} min={0} />
            <TextInput {...field('labelEl', t('fields:labelEl'))} style={{ flex: 1 }} />
            <TextInput {...field('labelEn', t('fields:labelEn'))} style={{ flex: 1 }} />
            <NumberInput {...field('gradePoints', t('scales.points'))} w={100} hideControls decimalScale={3} min={0} value={bands[index]?.gradePoints ?? ''} />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('scales.removeBand', { number: index + 1 })} disabled={bands.length === 1} onClick={() => form.removeListItem('scale.bands', index)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Group>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={bands.length >= 30}
          onClick={() => form.insertListItem('scale.bands', { labelEl: '', labelEn: '', threshold: '', gradePoints: '' })}>{t('scales.addBand')}</Button>
      </Group>
    </Stack>
  );
}
