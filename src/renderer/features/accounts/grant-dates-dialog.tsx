import { SimpleGrid, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { GrantView } from '#contract/accounts.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { writeGrant } from './write-grant.ts';

/** From when until when a role counts. */
export function GrantDatesDialog({ grant, onClose }: { grant: GrantView; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const update = useCommand('grants.update', { handles: errorCodes });
  const target = { id: grant.id, rev: grant.rev };
  const check = validateWith(contract['grants.update'].input);
  const form = useForm({ initialValues: { startDate: grant.startDate ?? '', endDate: grant.endDate ?? '' }, validate: (values) => check({ ...target, ...values }) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => update.mutateAsync({ ...target, ...values })), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm title={t('grants.datesTitle')} busy={update.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <Text size="sm" fw={500}>{writeGrant(t, format, grant)}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField {...form.getInputProps('startDate')} label={t('grants.from')} data-autofocus />
        <DateField {...form.getInputProps('endDate')} label={t('grants.until')} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">{t('grants.datesHint')}</Text>
    </DialogForm>
  );
}
