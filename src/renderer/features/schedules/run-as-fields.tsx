import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '#contract/schedules.ts';
import { useMay, useMe, useQueryOf } from '../../client/index.ts';
import type { PartProps } from './form-of.ts';

/** As whom it runs, and who is told when it fails. Who gives no roles can only take it upon themselves. */
export function RunAsFields({ form, known }: PartProps & { known: Schedule | null }) {
  const { t } = useTranslation('schedules');
  const me = useMe()?.user;
  const may = useMay();
  const mayName = may('users:administer') && may('users:view');
  const accounts = useQueryOf('users.list', { state: 'active', limit: 500 }, { enabled: mayName });
  const named = new Map<string, string>();
  if (known) named.set(known.runAs, known.runAsName);
  for (const { id, displayName } of accounts.data?.rows ?? []) named.set(id, displayName);
  if (me) named.set(me.id, t('form.me', { name: me.displayName }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
      <Select label={t('form.runAs')} description={t('form.runAsHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} allowDeselect={false} searchable={mayName}
        data={[...named].map(([value, label]) => ({ value, label }))} {...form.getInputProps('schedule.runAs')} />
      <TextInput label={t('form.notify')} description={t('form.notifyHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} type="email" maxLength={200} autoComplete="off"
        {...form.getInputProps('schedule.notify')} />
    </SimpleGrid>
  );
}
