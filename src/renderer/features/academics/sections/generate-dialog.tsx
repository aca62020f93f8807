import { Autocomplete, Badge, Button, Checkbox, Group, Modal, NumberInput, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { FormFailure, LoadState } from '../../../ui/index.ts';
import { orNull } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

/** Makes the sections of a division from the courses of its level, after showing which. */
export function GenerateDialog({ year, onClose }: { year: Year; onClose: () => void }) {
  const { t } = useTranslation('academics');
  const [level, setLevel] = useState('');
  const [division, setDivision] = useState('');
  const homerooms = useQueryOf('homerooms.list', { yearId: year.id });
  const ready = level.trim() !== '' && division.trim() !== '';
  const plan = useQueryOf('sections.plan', { yearId: year.id, level: level.trim(), division: division.trim() }, { enabled: ready });
  const rooms = homerooms.data?.homerooms ?? [];
  return (
    <Modal opened onClose={onClose} title={t('generate.title')} size="xl">
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Autocomplete label={t('generate.level')} data-autofocus value={level} onChange={setLevel} maxLength={20} data={[...new Set(rooms.map((one) => one.level))]} />
          <Autocomplete label={t('generate.division')} value={division} onChange={setDivision} maxLength={20} data={[...new Set(rooms.filter((one) => level === '' || one.level === level).map((one) => one.division))]} />
        </SimpleGrid>
        {ready ? <LoadState query={plan} lines={6}>{(data) => <Plan key={`${level} ${division}`} plan={data} year={year} level={level} division={division} onClose={onClose} />}</LoadState>
          : <Text size="sm" c="dimmed">{t('generate.choose')}</Text>}
      </Stack>
    </Modal>
  );
}

interface PlanProps { plan: Output<'sections.plan'>; year: Year; level: string; division: string; onClose: () => void }

function Plan({ plan, year, level, division, onClose }: PlanProps) {
  const { t } = useTranslation(['academics', 'common', 'fields']);
  const format = useFormat();
  const command = useCommand('sections.generate', { handles: errorCodes });
  const [left, setLeft] = useState<readonly string[]>([]);
  const [room, setRoom] = useState(plan.room ?? '');
  const [capacity, setCapacity] = useState<number | string>(plan.capacity ?? '');
  const [reason, setReason] = useState('');
  const chosen = plan.courses.filter(({ courseId, exists }) => !exists && !left.includes(courseId));
  if (plan.courses.length === 0) return <Text size="sm">{t('generate.noCourses')}</Text>;
  const send = () => command.mutate({
    yearId: year.id, level, division, courseIds: chosen.map(({ courseId }) => courseId), room, capacity: typeof capacity === 'number' ? capacity : null, reason: orNull(reason),
  }, { onSuccess: onClose });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('fields:room')} value={room} maxLength={30} onChange={(event) => setRoom(event.currentTarget.value)} />
        <NumberInput label={t('fields:capacity')} value={capacity} min={1} max={2000} allowDecimal={false} onChange={setCapacity} />
      </SimpleGrid>
      <Table aria-label={t('generate.preview')} verticalSpacing={4}>
        <Table.Thead><Table.Tr><Table.Th>{t('sections.course')}</Table.Th><Table.Th>{t('sections.code')}</Table.Th><Table.Th ta="right">{t('fields:weeklyHours')}</Table.Th><Table.Th>{t('fields:status')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {plan.courses.map(({ courseId, courseCode, courseEl, courseEn, code, weeklyHours, exists }) => (
            <Table.Tr key={courseId}>
              <Table.Td>
                <Checkbox label={`${courseCode} ${pickName(format, courseEl, courseEn)}`} checked={!exists && !left.includes(courseId)} disabled={exists}
                  onChange={() => setLeft(left.includes(courseId) ? left.filter((one) => one !== courseId) : [...left, courseId])} />
              </Table.Td>
              <Table.Td>{exists ? '' : code}</Table.Td><Table.Td ta="right">{weeklyHours !== null && format.number(weeklyHours)}</Table.Td>
              <Table.Td><Badge variant="outline" color={exists ? 'gray' : 'teal'}>{exists ? t('generate.exists') : t('generate.new')}</Badge></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {year.status === 'closed' && <TextInput label={t('correction')} description={t('correctionHint', { year: year.label })} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <FormFailure failure={command.error ? toFailure(command.error) : null} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
        <Button loading={command.isPending} disabled={chosen.length === 0} onClick={send}>{t('generate.create', { count: chosen.length })}</Button>
      </Group>
    </>
  );
}
