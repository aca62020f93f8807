import { ActionIcon, Checkbox, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { incidentKinds, incidentRoles, incidentStatuses, severities } from '#contract/conduct.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../date-field.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { focusFirstError } from '../form-errors.tsx';
import { writeStudentAndPlace } from '../student-name.ts';
import { StudentPicker, type PickedStudent } from '../student-picker.tsx';
import { useSave } from '../use-save.ts';
import { validateWith } from '../validate.ts';
import { todayIso } from './today.ts';

type Incident = Output<'incidents.get'>['incident'];
type Involved = PickedStudent & { role: (typeof incidentRoles)[number] };
interface Values {
  date: string; time: string; place: string; kind: (typeof incidentKinds)[number]; severity: number; description: string; action: string;
  status: (typeof incidentStatuses)[number]; isSafeguarding: boolean; students: Involved[];
}
const rules = z.object({ incident: contract['incidents.save'].input.shape.incident });
const kindForm = z.enum(incidentKinds), statusForm = z.enum(incidentStatuses), roleForm = z.enum(incidentRoles);
const send = (values: Values) => ({ ...values, students: values.students.map(({ id, role }) => ({ studentId: id, role })) });

export interface IncidentDialogProps {
  /** Null: a new one. */
  incident: Incident | null;
  students?: PickedStudent[];
  onClose: () => void;
}

/** Writes down what happened, when and where, who was involved in which part, and what was done. */
export function IncidentDialog({ incident, students = [], onClose }: IncidentDialogProps) {
  const { t } = useTranslation(['conduct', 'fields']);
  const format = useFormat();
  const command = useCommand('incidents.save', { handles: errorCodes });
  const seesSafeguarding = useMe()?.fieldClasses.includes('safeguarding') ?? false;
  const form = useForm<{ incident: Values }>({
    initialValues: {
      incident: {
        date: incident?.date ?? todayIso(), time: incident?.time ?? '', place: incident?.place ?? '', kind: incident?.kind ?? 'behaviour', severity: incident?.severity ?? 1,
        description: incident?.description ?? '', action: incident?.action ?? '', status: incident?.status ?? 'open', isSafeguarding: incident?.isSafeguarding ?? false,
        students: incident ? incident.students.map((student) => ({ id: student.studentId, label: writeStudentAndPlace(format, student), role: student.role })) : students.map((student) => ({ ...student, role: 'involved' })),
      },
    },
    validate: ({ incident: values }) => validateWith(rules)({ incident: send(values) }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    ({ incident: values }) => void save(() => command.mutateAsync({ id: incident?.id ?? null, rev: incident?.rev ?? null, incident: send(values) })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const values = form.getValues().incident;
  const field = (name: keyof Values) => ({ label: t(`fields:${name === 'students' ? 'studentId' : name}`), ...form.getInputProps(`incident.${name}`) });
  const choose = (next: PickedStudent[]) => form.setFieldValue('incident.students', next.map((student) => ({ ...student, role: values.students.find(({ id }) => id === student.id)?.role ?? 'involved' })));
  return (
    <DialogForm title={incident ? t('incident.edit') : t('incident.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
        <DateField {...field('date')} required />
        <TextInput {...field('time')} placeholder="10:30" />
        <TextInput {...field('place')} maxLength={120} />
        <Select label={t('fields:kind')} required allowDeselect={false} value={values.kind} data={incidentKinds.map((kind) => ({ value: kind, label: t(`incident.kind.${kind}`) }))}
          onChange={(kind) => form.setFieldValue('incident.kind', kindForm.parse(kind))} />
        <Select label={t('fields:severity')} required allowDeselect={false} value={String(values.severity)} data={severities.map((one) => ({ value: String(one), label: t(`incident.severityName.${one}`) }))}
          onChange={(severity) => form.setFieldValue('incident.severity', Number(severity))} />
        <Select label={t('fields:status')} required allowDeselect={false} value={values.status} data={incidentStatuses.map((status) => ({ value: status, label: t(`incident.statusName.${status}`) }))}
          onChange={(status) => form.setFieldValue('incident.status', statusForm.parse(status))} />
      </SimpleGrid>
      <Textarea {...field('description')} required autosize minRows={3} maxRows={10} maxLength={4000} data-autofocus />
      <Stack gap={6}>
        <StudentPicker label={t('incident.involved')} value={values.students} error={form.errors['incident.students']} onChange={choose} />
        {values.students.map((student, at) => (
          <Group key={student.id} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" style={{ flex: 1, minWidth: 0 }} truncate>{student.label}</Text>
            <Select size="xs" w={150} aria-label={t('incident.roleOf', { name: student.label })} allowDeselect={false} value={student.role}
              data={incidentRoles.map((role) => ({ value: role, label: t(`incident.role.${role}`) }))} onChange={(role) => form.setFieldValue(`incident.students.${at}.role`, roleForm.parse(role))} />
            <ActionIcon variant="subtle" color="gray" aria-label={t('incident.leaveOut', { name: student.label })}
              onClick={() => form.setFieldValue('incident.students', values.students.filter(({ id }) => id !== student.id))}><IconX size={15} aria-hidden /></ActionIcon>
          </Group>
        ))}
        {incident !== null && incident.others > 0 && <Text size="xs" c="dimmed">{t('incident.othersStay', { count: incident.others })}</Text>}
      </Stack>
      <Textarea {...field('action')} autosize minRows={2} maxRows={8} maxLength={2000} />
      <Checkbox label={t('incident.safeguarding')} description={t(seesSafeguarding ? 'incident.safeguardingHint' : 'incident.safeguardingBlind')}
        {...form.getInputProps('incident.isSafeguarding', { type: 'checkbox' })} />
    </DialogForm>
  );
}
