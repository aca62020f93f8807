import { Alert, Button, Checkbox, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { FormFailure, LoadState } from '../../../ui/index.ts';
import { orNull } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

/** Proposes the public and school holidays of a year; those chosen are added by one command, which one undo takes back. */
export function HolidaysDialog({ year, onClose }: { year: Year; onClose: () => void }) {
  const { t } = useTranslation('academics');
  const query = useQueryOf('calendar.holidays', { yearId: year.id });
  return (
    <Modal opened onClose={onClose} title={t('calendar.proposed', { year: year.label })} size="lg">
      <LoadState query={query} lines={8}>{({ days }) => <HolidayList days={days} year={year} onClose={onClose} />}</LoadState>
    </Modal>
  );
}

function HolidayList({ days, year, onClose }: { days: Output<'calendar.holidays'>['days']; year: Year; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'common']);
  const format = useFormat();
  const command = useCommand('calendar.addHolidays', { handles: errorCodes });
  const fresh = days.filter(({ isMarked }) => !isMarked);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const chosen = fresh.filter(({ date }) => !left.includes(date));
  const toggle = (date: string) => setLeft(left.includes(date) ? left.filter((one) => one !== date) : [...left, date]);
  const send = () => command.mutate({ days: chosen.map(({ date, labelEl, labelEn }) => ({ date, labelEl, labelEn })), reason: orNull(reason) }, { onSuccess: onClose });
  return (
    <Stack>
      <Text size="sm" c="dimmed">{t('calendar.proposedText')}</Text>
      {fresh.length === 0 && <Alert color="teal" variant="light">{t('calendar.allKnown')}</Alert>}
      <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('calendar.holidays') }}>
        <Stack gap={6}>
          {days.map(({ date, labelEl, labelEn, isMarked }) => (
            <Checkbox key={date} checked={isMarked || !left.includes(date)} disabled={isMarked} onChange={() => toggle(date)}
              label={`${format.longDate(date)}: ${pickName(format, labelEl, labelEn)}${isMarked ? ` (${t('calendar.known')})` : ''}`} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {year.status === 'closed' && <TextInput label={t('correction')} description={t('correctionHint', { year: year.label })} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <FormFailure failure={command.error ? toFailure(command.error) : null} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
        <Button loading={command.isPending} disabled={chosen.length === 0} onClick={send}>{t('calendar.add', { count: chosen.length })}</Button>
      </Group>
    </Stack>
  );
}
