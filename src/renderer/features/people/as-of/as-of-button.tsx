import { Button, Popover, Stack } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { DateField } from '../../../ui/index.ts';

export interface AsOfButtonProps {
  /** What is seen: the list or a record. */
  hint: string;
  date: string | undefined;
  onPick: (date: string) => void;
}

/** Asks for the day as of which the list or a record is to be seen. */
export function AsOfButton({ hint, date, onPick }: AsOfButtonProps) {
  const { t } = useTranslation('enrolment');
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState(date ?? '');
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (!isoDate.safeParse(typed).success) return;
    setOpened(false);
    onPick(typed);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal closeOnClickOutside>
      <Popover.Target>
        <Button variant="default" leftSection={<IconCalendarTime size={17} aria-hidden />} aria-expanded={opened} onClick={() => setOpened((open) => !open)}>{t('asOf.button')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={hint}>
        <form onSubmit={show}>
          <Stack gap="xs" w={230}>
            <DateField label={t('asOf.date')} description={hint} value={typed} onChange={setTyped} data-autofocus />
            <Button type="submit" size="xs" disabled={!isoDate.safeParse(typed).success}>{t('asOf.show')}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
