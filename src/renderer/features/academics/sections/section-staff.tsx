import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Table } from '@mantine/core';
import { IconPencil, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { sectionRoles } from '#contract/sections.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DateField, DateText, DialogForm, EmptyState } from '../../../ui/index.ts';
import { today, writePerson } from '../names.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';

type Section = Output<'sections.get'>;
type Assignment = Section['staff'][number];

/** Who teaches and taught a section, with dates: an assignment ends, it is not removed. */
export function SectionStaff({ data }: { data: Section }) {
  const { t } = useTranslation(['academics', 'common']);
  const may = useMay();
  const format = useFormat();
  const [edited, setEdited] = useState<Assignment | 'new' | null>(null);
  const add = may('sections:create') && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('sections.addStaff')}</Button>;
  return (
    <Stack align="flex-start">
      {data.staff.length === 0 ? <EmptyState icon={<IconUserPlus />} title={t('sections.noStaff')} text={t('sections.noStaffText')}>{add}</EmptyState> : (
        <>
          <Table aria-label={t('sections.staff')} maw={800} verticalSpacing={6}>
            <Table.Thead><Table.Tr><Table.Th>{t('staff.name')}</Table.Th><Table.Th>{t('sections.role')}</Table.Th><Table.Th>{t('sections.from')}</Table.Th><Table.Th>{t('sections.until')}</Table.Th><Table.Th aria-label={t('actions')} /></Table.Tr></Table.Thead>
            <Table.Tbody>
              {data.staff.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Th scope="row">{writePerson(format, one)}</Table.Th><Table.Td>{t(`sections.roles.${one.role}`)}</Table.Td>
                  <Table.Td><DateText date={one.startDate} /></Table.Td><Table.Td><DateText date={one.endDate} /></Table.Td>
                  <Table.Td ta="right">{may('sections:edit') && <ActionIcon variant="subtle" aria-label={t('common:editWhat', { what: writePerson(format, one) })} onClick={() => setEdited(one)}><IconPencil size={16} aria-hidden /></ActionIcon>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group>{add}</Group>
        </>
      )}
      {edited && <StaffForm data={data} assignment={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

function StaffForm({ data, assignment, onClose }: { data: Section; assignment: Assignment | null; onClose: () => void }) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const staff = useQueryOf('staff.list', {});
  const now = today();
  const { form, dialog } = useDialog('sections.saveStaff', {
    initial: {
      staffId: assignment?.staffId ?? '', role: assignment?.role ?? 'primary' as const,
      startDate: assignment?.startDate ?? (now >= data.yearStart && now <= data.yearEnd && data.staff.length > 0 ? now : data.yearStart), endDate: assignment?.endDate ?? '', reason: '',
    },
    toInput: (values) => ({ ...values, id: assignment?.id ?? null, rev: assignment?.rev ?? null, sectionId: data.section.id, reason: orNull(values.reason) }),
    onClose,
  });
  const listed = (staff.data?.staff ?? []).map((one) => ({ value: one.staffId, label: writePerson(format, one) }));
  const own = assignment && !listed.some(({ value }) => value === assignment.staffId) ? [{ value: assignment.staffId, label: writePerson(format, assignment) }] : [];
  return (
    <DialogForm title={assignment ? t('sections.editStaff') : t('sections.addStaff')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select {...form.getInputProps('staffId')} label={t('staff.name')} required searchable allowDeselect={false} data={[...listed, ...own]} />
        <Select {...form.getInputProps('role')} label={t('sections.role')} allowDeselect={false} data={sectionRoles.map((value) => ({ value, label: t(`sections.roles.${value}`) }))} />
        <DateField {...form.getInputProps('startDate')} label={t('sections.from')} required />
        <DateField {...form.getInputProps('endDate')} label={t('sections.until')} description={t('sections.endHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} />
      </SimpleGrid>
      <ReasonField form={form} year={{ status: data.yearStatus === 'closed' ? 'closed' : 'open', label: data.yearLabel }} />
    </DialogForm>
  );
}
