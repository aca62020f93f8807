import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { termTypes, type Term } from '#contract/academics.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm } from '../../../ui/index.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

function valuesOf(year: Year, term: Term | null) {
  const root = year.terms.find(({ type }) => type === 'year');
  return {
    parentId: term ? term.parentId : (root?.id ?? null), type: term?.type ?? (root ? 'term' as const : 'year' as const),
    nameEl: term?.nameEl ?? '', nameEn: term?.nameEn ?? '', startDate: term?.startDate ?? '', endDate: term?.endDate ?? '', weight: term?.weight ?? 1,
    postingOpens: term?.postingOpens ?? '', postingCloses: term?.postingCloses ?? '',
  };
}

/** Enters or edits one term of a year. */
export function TermDialog({ year, term, onClose }: { year: Year; term: Term | null; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const { form, dialog } = useDialog('terms.save', {
    initial: { term: valuesOf(year, term), reason: '' },
    toInput: (values) => ({ id: term?.id ?? null, rev: term?.rev ?? null, term: { ...values.term, yearId: year.id }, reason: orNull(values.reason) }),
    onClose,
  });
  const parents = year.terms.filter(({ id }) => id !== term?.id);
  return (
    <DialogForm title={term ? t('terms.edit') : t('terms.add')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('term.nameEl')} label={t('fields:nameEl')} required data-autofocus />
        <TextInput {...form.getInputProps('term.nameEn')} label={t('fields:nameEn')} required />
        <Select {...form.getInputProps('term.type')} label={t('fields:type')} allowDeselect={false} data={termTypes.map((value) => ({ value, label: t(`termType.${value}`) }))} />
        <Select {...form.getInputProps('term.parentId')} label={t('terms.parent')} clearable placeholder={t('terms.noParent')}
          data={parents.map(({ id, nameEl, nameEn }) => ({ value: id, label: pickName(format, nameEl, nameEn) }))} />
        <DateField {...form.getInputProps('term.startDate')} label={t('fields:startDate')} required />
        <DateField {...form.getInputProps('term.endDate')} label={t('fields:endDate')} required />
        <DateField {...form.getInputProps('term.postingOpens')} label={t('fields:postingOpens')} />
        <DateField {...form.getInputProps('term.postingCloses')} label={t('fields:postingCloses')} />
        <NumberInput {...form.getInputProps('term.weight')} label={t('fields:weight')} description={t('terms.weightHint')} min={0} max={100} decimalSeparator={format.language === 'el' ? ',' : '.'} />
      </SimpleGrid>
      <ReasonField form={form} year={year} />
    </DialogForm>
  );
}
