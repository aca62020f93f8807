import { Alert, Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconCalendarStar, IconChevronLeft, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateText, LoadState } from '../../../ui/index.ts';
import { today } from '../names.ts';
import type { Year } from '../year-select.tsx';
import { HolidaysDialog } from './holidays-dialog.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { MonthGrid } from './month-grid.tsx';

export interface DayRange { from: string; to: string }

const firstOf = (date: string): string => `${date.slice(0, 7)}-01`;
function addMonths(first: string, months: number): string {
  const at = new Date(`${first}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** The school-day calendar of a year, month by month, with the school days of each term. */
export function CalendarTab({ year }: { year: Year }) {
  const { t } = useTranslation('academics');
  const mayEdit = useMay()('structure:edit');
  const format = useFormat();
  const query = useQueryOf('calendar.get', { yearId: year.id });
  const now = today();
  const [month, setMonth] = useState(firstOf(now >= year.startDate && now <= year.endDate ? now : year.startDate));
  const [marking, setMarking] = useState<DayRange | null>(null);
  const [adding, setAdding] = useState(false);
  const title = new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}T00:00:00Z`));
  return (
    <LoadState query={query} lines={12}>
      {(calendar) => (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' }}>
          <Paper component="section">
            <Group justify="space-between" mb="xs">
              <Title order={2} aria-live="polite">{title}</Title>
              <Group gap={4}>
                <Button size="compact-sm" variant="default" aria-label={t('calendar.previous')} disabled={month <= firstOf(year.startDate)} onClick={() => setMonth(addMonths(month, -1))}><IconChevronLeft size={16} aria-hidden /></Button>
                <Button size="compact-sm" variant="default" aria-label={t('calendar.next')} disabled={month >= firstOf(year.endDate)} onClick={() => setMonth(addMonths(month, 1))}><IconChevronRight size={16} aria-hidden /></Button>
              </Group>
            </Group>
            <MonthGrid month={month} year={year} days={calendar.days} label={title} onPick={mayEdit ? setMarking : undefined} onMonth={setMonth} />
            {mayEdit && <Text size="xs" c="dimmed" mt="xs">{t('calendar.hint')}</Text>}
          </Paper>
          <Stack>
            {mayEdit && (
              <Group gap="xs">
                <Button leftSection={<IconCalendarStar size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('calendar.holidays')}</Button>
                <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setMarking({ from: month, to: month })}>{t('calendar.mark')}</Button>
              </Group>
            )}
            <TermDays calendar={calendar} />
            <MarkedDays days={calendar.days.filter(({ date }) => date.startsWith(month.slice(0, 7)))} />
          </Stack>
          {marking && <MarkDialog range={marking} days={calendar.days} year={year} onClose={() => setMarking(null)} />}
          {adding && <HolidaysDialog year={year} onClose={() => setAdding(false)} />}
        </SimpleGrid>
      )}
    </LoadState>
  );
}

type Calendar = Output<'calendar.get'>;

function TermDays({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  return (
    <Table aria-label={t('calendar.days')} verticalSpacing={6}>
      <Table.Thead><Table.Tr><Table.Th>{t('calendar.term')}</Table.Th><Table.Th ta="right">{t('calendar.days')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {calendar.terms.map((term) => <Table.Tr key={term.id}><Table.Td>{pickName(format, term.nameEl, term.nameEn)}</Table.Td><Table.Td ta="right">{format.number(term.schoolDays)}</Table.Td></Table.Tr>)}
        <Table.Tr><Table.Th>{t('termType.year')}</Table.Th><Table.Th ta="right">{format.number(calendar.schoolDays)}</Table.Th></Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function MarkedDays({ days }: { days: Calendar['days'] }) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  if (days.length === 0) return <Alert color="gray" variant="outline">{t('calendar.noMarked')}</Alert>;
  return (
    <Table aria-label={t('calendar.marked')} verticalSpacing={4}>
      <Table.Thead><Table.Tr><Table.Th colSpan={2}>{t('calendar.marked')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {days.map((day) => (
          <Table.Tr key={day.id}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}><DateText date={day.date} /></Table.Td>
            <Table.Td>{pickName(format, day.labelEl, day.labelEn) || t(`calendar.kind.${day.isSchoolDay ? (day.minutes === null ? 'school' : 'short') : 'holiday'}`)}{day.minutes !== null && ` (${t('calendar.minutesShort', { count: day.minutes })})`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
