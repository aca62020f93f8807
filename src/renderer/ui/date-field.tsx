import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ChangeEvent, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useFormat } from '../i18n/format.ts';
import { parseTypedDate } from '../i18n/parse-date.ts';

export interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** An ISO date, or what was typed while it is not a date. */
  value?: string | null;
  onChange?: (value: string) => void;
}

const isIso = (value: string) => isoDate.safeParse(value).success;

/** A date typed as day/month/year, or picked. What cannot be read as a date stays as typed, for the form to refuse. */
export function DateField({ value, onChange, onBlur, rightSection, disabled, ...rest }: DateFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = value && isIso(value) ? format.date(value) : (value ?? '');
  const [text, setText] = useState(written);
  const [picking, setPicking] = useState(false);
  const writing = useRef(false);
  useEffect(() => {
    if (!writing.current) setText(written);
  }, [written]);

  const type = (event: ChangeEvent<HTMLInputElement>) => {
    writing.current = true;
    setText(event.currentTarget.value);
    onChange?.(parseTypedDate(event.currentTarget.value) ?? event.currentTarget.value);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    writing.current = false;
    setText(written);
    onBlur?.(event);
  };
  const pick = (date: string | null) => {
    writing.current = false;
    onChange?.(date ?? '');
    setPicking(false);
  };

  const calendar = (
    <Popover opened={picking} onChange={setPicking} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" disabled={disabled} onClick={() => setPicking((open) => !open)}
          aria-label={t('date.pick', { label: typeof rest.label === 'string' ? rest.label : '' })}>
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker value={value && isIso(value) ? value : null} defaultDate={value && isIso(value) ? value : undefined} onChange={pick} />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput {...rest} value={text} onChange={type} onBlur={leave} disabled={disabled} placeholder={t('date.placeholder')}
      autoComplete="off" rightSection={rightSection ?? calendar} />
  );
}
