import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../client/index.ts';
import { useFormat } from '../i18n/format.ts';
import { writeStudentAndPlace } from './student-name.ts';

/** A student who was chosen, with how they are called. */
export interface PickedStudent { id: string; label: string }

export interface StudentPickerProps {
  label: string;
  value: PickedStudent[];
  onChange: (students: PickedStudent[]) => void;
  error?: ReactNode;
  required?: boolean;
  /** At most so many; 1 for a single student. */
  max?: number;
}

const typingPause = 60;

/** Chooses students by part of a name in any spelling, or by number, within what the user may see. */
export function StudentPicker({ label, value, onChange, error, required, max }: StudentPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), typingPause);
  const found = useQueryOf('search.students', { text }, { enabled: text !== '', keep: true });
  const hits = (text === '' ? [] : found.data?.hits ?? []).map((hit) => ({ id: hit.id, label: `${writeStudentAndPlace(format, hit)} · ${hit.studentNo}` }));
  const known = new Map([...hits, ...value].map((student) => [student.id, student]));
  return (
    <MultiSelect label={label} required={required} error={error} searchable searchValue={typed} onSearchChange={setTyped} maxValues={max} hidePickedOptions
      placeholder={value.length === 0 ? t('picker.student') : undefined} nothingFoundMessage={text === '' ? t('picker.type') : t('picker.nobody')}
      value={value.map(({ id }) => id)} data={[...known.values()].map((student) => ({ value: student.id, label: student.label }))}
      filter={({ options }) => options.filter((option) => 'value' in option && hits.some(({ id }) => id === option.value))}
      onChange={(ids) => { onChange(ids.flatMap((id) => known.get(id) ?? [])); setTyped(''); }} />
  );
}
