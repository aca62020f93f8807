import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import type { PartProps } from '../form-of.ts';
import { pathOf } from './form-of-list.ts';
import type { ClassFilter } from './list-forms.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Each once, with what is chosen already, whether or not anybody is in it now. */
const withChosen = (names: readonly string[], chosen: string): string[] => [...new Set([...names, ...(chosen === '' ? [] : [chosen])])];

/** A level of the school, and one of its divisions. */
export function ClassField({ form, filter: { at, hasDivision, needed } }: PartProps & { filter: ClassFilter }) {
  const { t } = useTranslation('schedules');
  const facets = useQueryOf('students.facets', { asOf: null }).data;
  const level = form.getInputProps(pathOf(at, 'level')), division = form.getInputProps(pathOf(at, 'division'));
  const [chosenLevel, chosenDivision] = [textOf(level.value), textOf(division.value)];
  const [needsLevel, needsDivision] = [needed.includes('level'), needed.includes('division')];
  const every = (isNeeded: boolean, label: string) => (isNeeded ? [] : [{ value: '', label }]);
  const options = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  const divisions = (facets?.divisions ?? []).filter((each) => each.level === chosenLevel).map((each) => each.division);
  const empty = (isNeeded: boolean) => (isNeeded ? '' : null);
  return (
    <>
      <Select label={t('form.level')} allowDeselect={false} required={needsLevel} placeholder={t('form.choose')} {...level} value={needsLevel && chosenLevel === '' ? null : chosenLevel}
        data={[...every(needsLevel, t('form.allLevels')), ...options(withChosen((facets?.levels ?? []).map((each) => each.level), chosenLevel))]}
        onChange={(next) => {
          level.onChange(next === '' ? null : next);
          if (hasDivision) division.onChange(empty(needsDivision));
        }} />
      {hasDivision && (
        <Select label={t('form.division')} allowDeselect={false} required={needsDivision} placeholder={t('form.choose')} disabled={chosenLevel === ''} {...division}
          value={needsDivision && chosenDivision === '' ? null : chosenDivision} data={[...every(needsDivision, t('form.allDivisions')), ...options(withChosen(divisions, chosenDivision))]}
          onChange={(next) => division.onChange(next === '' ? null : next)} />
      )}
    </>
  );
}
