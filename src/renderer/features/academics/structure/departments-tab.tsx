import { Button, Group, Select, SimpleGrid, Stack, Table, TextInput } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DialogForm, EmptyState, LoadState, RowActions } from '../../../ui/index.ts';
import { writePerson } from '../names.ts';
import { useDialog } from '../use-dialog.ts';

type Department = Output<'departments.list'>['departments'][number];

/** Departments, each with its head. */
export function DepartmentsTab() {
  const { t } = useTranslation(['academics', 'fields']);
  const may = useMay();
  const format = useFormat();
  const query = useQueryOf('departments.list', {});
  const remove = useCommand('departments.remove');
  const [edited, setEdited] = useState<Department | 'new' | null>(null);
  const add = may('structure:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('departments.add')}</Button>;
  return (
    <LoadState query={query}>
      {({ departments }) => (
        <Stack>
          {departments.length === 0 ? <EmptyState icon={<IconBuilding />} title={t('departments.none')} text={t('departments.noneText')}>{add}</EmptyState> : (
            <>
              <Group justify="flex-end">{add}</Group>
              <Table aria-label={t('tabs.departments')} verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('fields:code')}</Table.Th><Table.Th>{t('fields:departmentId')}</Table.Th><Table.Th>{t('departments.head')}</Table.Th>
                    <Table.Th ta="right">{t('departments.courses')}</Table.Th><Table.Th ta="right">{t('departments.staff')}</Table.Th><Table.Th aria-label={t('actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {departments.map((department) => {
                    const name = pickName(format, department.nameEl, department.nameEn);
                    return (
                      <Table.Tr key={department.id}>
                        <Table.Td>{department.code}</Table.Td><Table.Th scope="row">{name}</Table.Th><Table.Td>{department.head && writePerson(format, department.head)}</Table.Td>
                        <Table.Td ta="right">{format.number(department.courses)}</Table.Td><Table.Td ta="right">{format.number(department.staff)}</Table.Td>
                        <Table.Td>
                          <RowActions what={name} onEdit={may('structure:edit') && (() => setEdited(department))}
                            onRemove={may('structure:delete') && (() => remove.mutate({ id: department.id, rev: department.rev }))} />
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </>
          )}
          {edited && <DepartmentDialog department={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}

function DepartmentDialog({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const staff = useQueryOf('staff.list', {});
  const { form, dialog } = useDialog('departments.save', {
    initial: { department: { code: department?.code ?? '', nameEl: department?.nameEl ?? '', nameEn: department?.nameEn ?? '', headStaffId: department?.head?.staffId ?? null } },
    toInput: (values) => ({ id: department?.id ?? null, rev: department?.rev ?? null, department: values.department }),
    onClose,
  });
  return (
    <DialogForm title={department ? t('departments.edit') : t('departments.add')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...form.getInputProps('department.nameEl')} label={t('fields:nameEl')} required data-autofocus />
        <TextInput {...form.getInputProps('department.nameEn')} label={t('fields:nameEn')} required />
        <TextInput {...form.getInputProps('department.code')} label={t('fields:code')} />
        <Select {...form.getInputProps('department.headStaffId')} label={t('departments.head')} searchable clearable
          data={(staff.data?.staff ?? []).map((one) => ({ value: one.staffId, label: writePerson(format, one) }))} />
      </SimpleGrid>
    </DialogForm>
  );
}
