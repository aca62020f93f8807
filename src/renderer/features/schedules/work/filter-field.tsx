import type { PartProps } from '../form-of.ts';
import { ChoiceField } from './choice-field.tsx';
import { ClassField } from './class-field.tsx';
import { DaysField } from './days-field.tsx';
import type { Filter } from './list-forms.ts';

/** One thing by which a list is narrowed. */
export function FilterField({ form, filter }: PartProps & { filter: Filter }) {
  if (filter.kind === 'choice') return <ChoiceField form={form} filter={filter} />;
  return filter.kind === 'class' ? <ClassField form={form} filter={filter} /> : <DaysField form={form} filter={filter} />;
}
