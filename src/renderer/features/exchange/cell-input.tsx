import { Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { valueField } from './value-field.ts';
import { useValueWords, writeValue } from '../../ui/changes/index.ts';

interface CellInputProps { label: string; field: ImportField; target: ImportTarget; value: string; onSave: (value: string) => void }

const flagWords = ['yes', 'no'] as const;

/** What a cell should say: one of the program's words where the field has those, else a text, which Enter or leaving it saves and Escape puts back. */
export function CellInput({ label, field, target, value, onSave }: CellInputProps) {
  const { t } = useTranslation('common');
  const words = useValueWords();
  const [text, setText] = useState(value);
  // What was handed on last: leaving the field after Enter does not hand it on again.
  const [saved, setSaved] = useState(value);
  useEffect(() => {
    setText(value);
    setSaved(value);
  }, [value]);
  const kind = fieldsOf(target)[field];
  const save = () => {
    if (text.trim() === saved) return;
    setSaved(text.trim());
    onSave(text.trim());
  };
  if (kind?.kind === 'choice' || kind?.kind === 'flag') {
    const data = kind.kind === 'flag' ? flagWords.map((word) => ({ value: word, label: t(word) }))
      : (kind.choices ?? []).map((word) => ({ value: word, label: writeValue(valueField(field), word, words) }));
    return <Select aria-label={label} size="xs" data={data} value={value || null} clearable onChange={(chosen) => onSave(chosen ?? '')} />;
  }
  return (
    <TextInput aria-label={label} size="xs" value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(saved);
      }} />
  );
}
