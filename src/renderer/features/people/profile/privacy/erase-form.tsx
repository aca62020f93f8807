import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../../../client/index.ts';
import { focusFirstError, FormFailure, useSave, validateWith } from '../../../../ui/index.ts';

const { reason, studentNo } = contract['privacy.erase'].input.shape;

export interface EraseFormProps { studentId: string; studentNo: string; onClose: () => void; onDone: () => void }

/** The reason and, typed, whom it is about. No key sends it by accident: the button has to be pressed. */
export function EraseForm({ studentId, studentNo: number, onClose, onDone }: EraseFormProps) {
  const { t } = useTranslation(['privacy', 'common']);
  const command = useCommand('privacy.erase', { handles: errorCodes });
  const form = useForm({
    initialValues: { reason: '', studentNo: '' },
    validate: validateWith(z.object({ reason, studentNo: studentNo.refine((typed) => typed === number, 'studentNoOther') })),
  });
  const { failure, save } = useSave(form, onDone);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ studentId, ...values })), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <form onSubmit={(event) => { event.preventDefault(); }} noValidate>
      <Stack>
        <TextInput label={t('erasure.reason')} description={t('erasure.reasonHint')} required maxLength={500} {...form.getInputProps('reason')} />
        <TextInput label={t('erasure.number')} description={t('erasure.numberHint', { number })} required autoComplete="off" maxLength={30} {...form.getInputProps('studentNo')} />
        <FormFailure failure={failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button color="red" loading={command.isPending} onClick={() => submit()}>{t('erasure.action')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
