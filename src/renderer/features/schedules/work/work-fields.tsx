import { Fieldset, Select, SimpleGrid, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { exportTable } from '#contract/export-tables.ts';
import { exportFormats } from '#contract/exports.ts';
import { language as languageForm } from '#contract/fields.ts';
import { scheduledTables } from '#contract/scheduled-lists.ts';
import { useMay } from '../../../client/index.ts';
import { readLanguage } from '../../../i18n/index.ts';
import type { Draft } from '../draft.ts';
import type { PartProps } from '../form-of.ts';
import { BundleFields } from './bundle-fields.tsx';
import { ListFields } from './list-fields.tsx';
import { listForms } from './list-forms.ts';

const formats = z.enum(exportFormats);
const tables = z.enum(scheduledTables);
const bundle = 'exports.oneRoster';
type ListDraft = Pick<Draft['schedule']['work']['input'], 'list' | 'columns'>;

/** What is exported: which list, or the school's bundle, narrowed how, in which form. */
export function WorkFields({ form }: PartProps) {
  const { t } = useTranslation(['schedules', 'common', 'export']);
  const may = useMay();
  /** Lists that were filled in here before another was chosen. */
  const left = useRef(new Map<string, ListDraft>());
  const { language, work: { procedure, input } } = form.getValues().schedule;
  const isBundle = procedure === bundle;
  const { table } = input.list;
  const wordOf = (name: typeof table) => exportTable(name)[readLanguage()];
  const offered = scheduledTables.filter((name) => may(exportTable(name).permission)).map((name) => ({ value: name as string, label: wordOf(name) }));
  if (!isBundle && !offered.some(({ value }) => value === table)) offered.push({ value: table, label: wordOf(table) });
  if (isBundle || (may('students:view') && may('structure:view') && may('sections:view'))) offered.push({ value: bundle, label: t('work.exports.oneRoster') });
  const choose = (what: string | null) => {
    if (what === bundle) return form.setFieldValue('schedule.work.procedure', bundle);
    form.setFieldValue('schedule.work.procedure', 'exports.table');
    if (what === table) return undefined;
    left.current.set(table, { list: input.list, columns: input.columns });
    const next = left.current.get(what ?? '') ?? { list: listForms[tables.parse(what)].start, columns: null };
    form.clearErrors();
    return form.setFieldValue('schedule.work.input', { ...input, ...next });
  };
  return (
    <Fieldset legend={t('form.what')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
          <Select label={t('form.workLabel')} allowDeselect={false} searchable data={offered} value={isBundle ? bundle : table} onChange={choose} />
          {!isBundle && (
            <Select label={t('form.format')} allowDeselect={false} value={input.format} data={exportFormats.map((value) => ({ value, label: t(`export:formats.${value}`) }))}
              onChange={(value) => form.setFieldValue('schedule.work.input.format', formats.parse(value))} />
          )}
          <Select label={t('form.language')} allowDeselect={false} value={language} data={languageForm.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            onChange={(value) => form.setFieldValue('schedule.language', languageForm.parse(value))} />
        </SimpleGrid>
        {isBundle ? <BundleFields form={form} /> : <ListFields form={form} />}
      </Stack>
    </Fieldset>
  );
}
