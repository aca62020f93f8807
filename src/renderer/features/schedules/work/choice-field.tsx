import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from '../form-of.ts';
import { pathOf } from './form-of-list.ts';
import type { ChoiceFilter } from './list-forms.ts';

const nothing = '';

/** One of some values, or none of them. */
export function ChoiceField({ form, filter: { path, values, label, word, none } }: PartProps & { filter: ChoiceFilter }) {
  const { t } = useTranslation(['schedules', 'common', 'conduct', 'documents', 'accounts', 'results']);
  const { value, onChange, ...input } = form.getInputProps(pathOf(path));
  const chosen = typeof value === 'string' ? value : nothing;
  const offered = [...(none ? [{ value: nothing, label: none(t) }] : []), ...values.map((each) => ({ value: each, label: word(t, each) }))];
  // What was set elsewhere, such as a certain term.
  if (!offered.some((each) => each.value === chosen)) offered.push({ value: chosen, label: t('form.asSet') });
  return <Select label={label(t)} allowDeselect={false} data={offered} {...input} value={chosen} onChange={(next) => onChange(next === nothing ? null : next)} />;
}
