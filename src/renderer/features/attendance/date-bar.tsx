import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../../ui/index.ts';
import { addDays, today } from './use-attendance-search.ts';

/** The next weekday in a direction: the weekend is skipped, as nobody takes it. */
function nextWeekday(date: string, step: 1 | -1): string {
  let next = addDays(date, step);
  while ([0, 6].includes(new Date(`${next}T00:00:00Z`).getUTCDay())) next = addDays(next, step);
  return next;
}

/** Which day is shown, with steps to the days beside it and back to today. */
export function DateBar({ date, onChange }: { date: string; onChange: (date: string) => void }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Group gap="xs" align="flex-end" className="no-print">
      <DateField label={t('date')} value={date} w={160} onChange={(value) => isoDate.safeParse(value).success && onChange(value)} />
      <Tooltip label={t('previousDay')}>
        <ActionIcon variant="default" size={36} aria-label={t('previousDay')} onClick={() => onChange(nextWeekday(date, -1))}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
      </Tooltip>
      <Tooltip label={t('nextDay')}>
        <ActionIcon variant="default" size={36} aria-label={t('nextDay')} onClick={() => onChange(nextWeekday(date, 1))}><IconChevronRight size={18} aria-hidden /></ActionIcon>
      </Tooltip>
      {date !== today() && <Button variant="default" onClick={() => onChange(today())}>{t('today')}</Button>}
      <Text size="sm" c="dimmed" pb={8}>{format.longDate(date)}</Text>
    </Group>
  );
}
