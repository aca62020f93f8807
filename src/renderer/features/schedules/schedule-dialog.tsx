import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { exportTable } from '#contract/export-tables.ts';
import { contract } from '#contract/index.ts';
import type { Schedule } from '#contract/schedules.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { describeFieldError } from '../../i18n/dynamic.ts';
import { readLanguage } from '../../i18n/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { OutgoingFields, useOutgoing } from '../../ui/privacy/index.ts';
import { draftOf, inputOf, type Draft, type Wanted } from './draft.ts';
import { RunAsFields } from './run-as-fields.tsx';
import { SecretFields } from './secret-fields.tsx';
import { TargetFields } from './target-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WorkFields } from './work/work-fields.tsx';

const validate = validateWith(contract['schedules.save'].input);

export interface ScheduleDialogProps {
  /** Null: a new one, of the list `wanted` where another screen has asked for it. */
  schedule: Schedule | null;
  wanted?: Wanted | undefined;
  timeZone: string;
  hasMail: boolean;
  onClose: () => void;
}

/** Makes or changes a schedule: what, when, where to, and with what care. */
export function ScheduleDialog({ schedule, wanted, timeZone, hasMail, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation('schedules');
  const userId = useMe()?.user.id ?? '';
  const command = useCommand('schedules.save', { handles: errorCodes });
  const form = useForm<Draft>({
    initialValues: draftOf(schedule, { userId, language: readLanguage(), timeZone, wanted }),
    validate: (draft) => ({ ...validate(inputOf(draft, schedule, null)), ...passwordError(draft, schedule) }),
  });
  const outgoing = useOutgoing(schedule?.work.input.disclosure ?? null);
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((draft) => {
    const disclosure = isAboutStudents(draft) ? outgoing.read() : null;
    if (disclosure === undefined) return;
    void save(() => command.mutateAsync(inputOf(draft, schedule, disclosure)));
  }, (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm size="xl" title={t(schedule ? 'edit' : 'new')} busy={command.isPending} failure={failure} isDirty={() => form.isDirty() || outgoing.form.isDirty()} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput label={t('form.name')} placeholder={t('form.namePlaceholder')} required maxLength={100} data-autofocus autoComplete="off" {...form.getInputProps('schedule.name')} />
        <Checkbox label={t('form.active')} mt={{ base: 0, sm: 30 }} {...form.getInputProps('schedule.active', { type: 'checkbox' })} />
      </SimpleGrid>
      <WorkFields form={form} />
      <WhenFields form={form} />
      <TargetFields form={form} hasMail={hasMail} />
      <SecretFields form={form} hasPassword={schedule?.hasPassword ?? false} />
      {isAboutStudents(form.getValues()) && <OutgoingFields state={outgoing} />}
      <RunAsFields form={form} known={schedule} />
    </DialogForm>
  );
}

/** Only what is about students is written down for each of them when it leaves the school. */
const isAboutStudents = ({ schedule: { work } }: Draft): boolean => work.procedure === 'exports.oneRoster' || exportTable(work.input.list.table).isAboutStudents;

/** The contract cannot know whether a password is kept already. */
function passwordError({ schedule, password }: Draft, of: Schedule | null): { password?: string } {
  return schedule.encrypt && password === '' && !of?.hasPassword ? { password: describeFieldError({ path: 'password', messageKey: 'passwordTooShort' }) } : {};
}
