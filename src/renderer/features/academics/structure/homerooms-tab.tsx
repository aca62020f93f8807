import { Badge, Button, Group, NumberInput, Select, SimpleGrid, Stack, Table, TextInput } from '@mantine/core';
import { IconDoor, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { DialogForm, EmptyState, LoadState, RowActions, TextLink } from '../../../ui/index.ts';
import { AskReason } from '../ask-reason.tsx';
import { writePerson } from '../names.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

type Homeroom = Output<'homerooms.list'>['homerooms'][number];

/** The class divisions of a year: room, capacity, class teacher and how many students. */
export function HomeroomsTab({ year }: { year: Year }) {
  const { t } = useTranslation('academics');
  const may = useMay();
  const query = useQueryOf('homerooms.list', { yearId: year.id }, { keep: true });
  const [edited, setEdited] = useState<Homeroom | 'new' | null>(null);
  const add = may('structure:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('homerooms.add')}</Button>;
  return (
    <LoadState query={query} lines={10}>
      {({ homerooms }) => (
        <Stack>
          {homerooms.length === 0
            ? <EmptyState icon={<IconDoor />} title={t('homerooms.none')} text={t('homerooms.noneText')}>{add}</EmptyState>
            : <><Group justify="flex-end" gap="xs"><ExportButton list={{ table: 'homerooms', yearId: year.id }} />{add}</Group><HomeroomTable homerooms={homerooms} year={year} onEdit={setEdited} /></>}
          {edited && <HomeroomDialog year={year} homeroom={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}

interface TableProps { homerooms: readonly Homeroom[]; year: Year; onEdit: (homeroom: Homeroom) => void }

function HomeroomTable({ homerooms, year, onEdit }: TableProps) {
  const { t } = useTranslation(['academics', 'common', 'fields']);
  const may = useMay();
  const format = useFormat();
  const command = useCommand('homerooms.remove');
  const [asked, setAsked] = useState<{ id: string; rev: number; division: string } | null>(null);
  const remove = (target: { id: string; rev: number; division: string }, reason: string | null) =>
    command.mutate({ id: target.id, rev: target.rev, reason }, { onSettled: () => setAsked(null) });
  return (
    <>
      <Table aria-label={t('tabs.homerooms')} verticalSpacing={4} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fields:level')}</Table.Th><Table.Th>{t('fields:division')}</Table.Th><Table.Th>{t('fields:room')}</Table.Th><Table.Th ta="right">{t('homerooms.students')}</Table.Th>
            <Table.Th ta="right">{t('fields:capacity')}</Table.Th><Table.Th>{t('homerooms.teacher')}</Table.Th><Table.Th aria-label={t('actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {homerooms.map((homeroom) => {
            const { id, rev, level, division, students, capacity } = homeroom;
            const over = capacity === null ? 0 : students - capacity;
            return (
              <Table.Tr key={`${level} ${division}`}>
                <Table.Td>{level}</Table.Td>
                <Table.Th scope="row">{may('sections:view') ? <TextLink to="/timetable" search={{ year: year.id, by: 'division', level, of: division }}>{division}</TextLink> : division}</Table.Th>
                <Table.Td>{homeroom.room}</Table.Td>
                <Table.Td ta="right">{over > 0 && <Badge color="red" variant="outline" mr={6}>{t('homerooms.over', { count: over })}</Badge>}{format.number(students)}</Table.Td>
                <Table.Td ta="right">{capacity !== null && format.number(capacity)}</Table.Td><Table.Td>{homeroom.teacher && writePerson(format, homeroom.teacher)}</Table.Td>
                <Table.Td>
                  {id === null || rev === null
                    ? may('structure:create') && <Button size="compact-xs" variant="subtle" onClick={() => onEdit(homeroom)}>{t('homerooms.describe')}</Button>
                    : (
                      <RowActions what={division} onEdit={may('structure:edit') && (() => onEdit(homeroom))}
                        onRemove={may('structure:delete') && (() => (year.status === 'closed' ? setAsked({ id, rev, division }) : remove({ id, rev, division }, null)))} />
                    )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {asked && <AskReason title={t('common:removal.title', { what: asked.division })} text={t('correctionHint', { year: year.label })} action={t('common:actions.remove')} busy={command.isPending} onConfirm={(reason) => remove(asked, reason)} onClose={() => setAsked(null)} />}
    </>
  );
}

function HomeroomDialog({ year, homeroom, onClose }: { year: Year; homeroom: Homeroom | null; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const staff = useQueryOf('staff.list', {});
  const { form, dialog } = useDialog('homerooms.save', {
    initial: { homeroom: { level: homeroom?.level ?? '', division: homeroom?.division ?? '', room: homeroom?.room ?? '', capacity: homeroom?.capacity ?? '' as const, staffId: homeroom?.teacher?.staffId ?? null }, reason: '' },
    toInput: (values) => ({ id: homeroom?.id ?? null, rev: homeroom?.rev ?? null, homeroom: { ...values.homeroom, yearId: year.id }, reason: orNull(values.reason) }),
    onClose,
  });
  return (
    <DialogForm title={homeroom ? t('homerooms.edit') : t('homerooms.add')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('homeroom.level')} label={t('fields:level')} required data-autofocus />
        <TextInput {...form.getInputProps('homeroom.division')} label={t('fields:division')} required />
        <TextInput {...form.getInputProps('homeroom.room')} label={t('fields:room')} />
        <NumberInput {...form.getInputProps('homeroom.capacity')} label={t('fields:capacity')} min={1} max={2000} allowDecimal={false} />
      </SimpleGrid>
      <Select {...form.getInputProps('homeroom.staffId')} label={t('homerooms.teacher')} searchable clearable placeholder={t('homerooms.noTeacher')}
        data={(staff.data?.staff ?? []).map((one) => ({ value: one.staffId, label: writePerson(format, one) }))} />
      <ReasonField form={form} year={year} />
    </DialogForm>
  );
}
