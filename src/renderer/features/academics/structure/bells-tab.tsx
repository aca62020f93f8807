import { ActionIcon, Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { FormFailure, LoadState, useSave, validateWith } from '../../../ui/index.ts';

type Period = Output<'bells.list'>['periods'][number];

/** The hours of the school's day, edited together because each follows the one before. */
export function BellsTab() {
  const { t } = useTranslation('academics');
  const query = useQueryOf('bells.list', {});
  const [moved, setMoved] = useState(0);
  return (
    <Stack>
      <LoadState query={query}>{({ periods }) => <BellsForm key={JSON.stringify(periods)} periods={periods} onMoved={setMoved} />}</LoadState>
      {moved > 0 && <Alert color="teal" variant="light" role="status" maw={560}>{t('hours.moved', { count: moved })}</Alert>}
    </Stack>
  );
}

const plusMinutes = (time: string, minutes: number): string => {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

function BellsForm({ periods, onMoved }: { periods: Period[]; onMoved: (count: number) => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const mayEdit = useMay()('structure:edit');
  const command = useCommand('bells.save', { handles: errorCodes });
  const form = useForm<{ periods: Period[] }>({ initialValues: { periods }, validate: validateWith(contract['bells.save'].input) });
  const { failure, save } = useSave(form, () => form.resetDirty());
  const rows = form.getValues().periods;
  const add = () => {
    const last = rows.at(-1);
    const startTime = last ? plusMinutes(last.endTime, 5) : '08:15';
    form.insertListItem('periods', { number: (last?.number ?? 0) + 1, startTime, endTime: plusMinutes(startTime, 45) });
  };
  const submit = form.onSubmit((values) => void save(async () => onMoved((await command.mutateAsync(values)).moved)));
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={560}>
        <Text size="sm" c="dimmed">{t('hours.text')}</Text>
        <Table aria-label={t('hours.title')} verticalSpacing={6}>
          <Table.Thead><Table.Tr><Table.Th>{t('hours.number')}</Table.Th><Table.Th>{t('fields:startTime')}</Table.Th><Table.Th>{t('fields:endTime')}</Table.Th><Table.Th aria-label={t('actions')} /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {rows.map(({ number }, i) => (
              <Table.Tr key={number}>
                <Table.Th scope="row">{number}</Table.Th>
                <Table.Td><TextInput {...form.getInputProps(`periods.${i}.startTime`)} aria-label={t('hours.startOf', { number })} readOnly={!mayEdit} w={110} maxLength={5} /></Table.Td>
                <Table.Td><TextInput {...form.getInputProps(`periods.${i}.endTime`)} aria-label={t('hours.endOf', { number })} readOnly={!mayEdit} w={110} maxLength={5} /></Table.Td>
                <Table.Td>
                  {mayEdit && rows.length > 1 && i === rows.length - 1 && (
                    <ActionIcon variant="subtle" color="gray" aria-label={t('hours.remove', { number })} onClick={() => form.removeListItem('periods', i)}><IconTrash size={16} aria-hidden /></ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <FormFailure failure={failure} />
        {mayEdit && (
          <Group>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>{t('hours.add')}</Button>
            <Button type="submit" loading={command.isPending} disabled={!form.isDirty()}>{t('hours.save')}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
