import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { staffRoles } from '#contract/academics.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm } from '../../../ui/index.ts';
import { today } from '../names.ts';
import { useDialog } from '../use-dialog.ts';
import type { StaffMember } from './staff-tab.tsx';

/** Enters or edits a member of staff: the person, the department and task from a day on, and the account. */
export function StaffDialog({ member, onClose }: { member: StaffMember | null; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const departments = useQueryOf('departments.list', {});
  const mayLink = useMay()('structure:edit');
  const users = useQueryOf('staff.users', {}, { enabled: mayLink });
  const { form, dialog } = useDialog('staff.save', {
    initial: { staff: {
      familyEl: member?.familyEl ?? '', givenEl: member?.givenEl ?? '', familyLatin: member?.familyLatin ?? '', givenLatin: member?.givenLatin ?? '', code: member?.code ?? '',
      departmentId: member?.departmentId ?? null, role: member?.role ?? 'teacher' as const, since: member?.since ?? today(), userId: member?.userId ?? null,
    } },
    toInput: (values) => ({ id: member?.staffId ?? null, rev: member?.rev ?? null, staff: values.staff }),
    onClose,
  });
  const free = (users.data?.users ?? []).filter(({ staffId }) => staffId === null || staffId === member?.staffId);
  return (
    <DialogForm title={member ? t('staff.edit') : t('staff.add')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('staff.familyEl')} label={t('fields:familyEl')} required data-autofocus />
        <TextInput {...form.getInputProps('staff.givenEl')} label={t('fields:givenEl')} required />
        <TextInput {...form.getInputProps('staff.familyLatin')} label={t('fields:familyLatin')} />
        <TextInput {...form.getInputProps('staff.givenLatin')} label={t('fields:givenLatin')} />
        <Select {...form.getInputProps('staff.departmentId')} label={t('fields:departmentId')} clearable
          data={(departments.data?.departments ?? []).map(({ id, nameEl, nameEn }) => ({ value: id, label: pickName(format, nameEl, nameEn) }))} />
        <Select {...form.getInputProps('staff.role')} label={t('staff.role')} allowDeselect={false} data={staffRoles.map((value) => ({ value, label: t(`staff.roles.${value}`) }))} />
        <DateField {...form.getInputProps('staff.since')} label={t('staff.since')} required />
        <TextInput {...form.getInputProps('staff.code')} label={t('fields:code')} />
      </SimpleGrid>
      {mayLink && (
        <Select {...form.getInputProps('staff.userId')} label={t('staff.user')} description={t('staff.userHint')} clearable searchable
          data={free.map(({ id, username, displayName }) => ({ value: id, label: `${displayName} (${username})` }))} />
      )}
    </DialogForm>
  );
}
