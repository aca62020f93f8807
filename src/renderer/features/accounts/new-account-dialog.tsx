import { ActionIcon, Alert, Button, Fieldset, Group, NativeSelect, Stack, Text, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { language } from '#contract/fields.ts';
import { contract, type Input } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { AccountFields, type AccountValues } from './account-fields.tsx';
import { checkRole } from './check-grant.ts';
import { emptyGrant, GrantFields, type GrantValues } from './grant-fields.tsx';
import type { NewPassword } from './temporary-password.tsx';

interface Values extends Record<string, unknown> { account: AccountValues & { language: 'el' | 'en' }; grants: GrantValues[] }

const toInput = ({ account: { person, ...account }, grants }: Values): Input<'users.create'> => ({ account: { ...account, personId: person?.id ?? null }, grants });

/** A new account: whose, what it is called, and what it may do. The password comes from the program. */
export function NewAccountDialog({ onMade, onClose }: { onMade: (made: NewPassword) => void; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const create = useCommand('users.create', { handles: errorCodes });
  const form = useForm<Values>({
    initialValues: { account: { username: '', displayName: '', person: null, language: readLanguage() }, grants: [emptyGrant] },
    validate: (values) => Object.assign(validateWith(contract['users.create'].input)(toInput(values)), ...values.grants.map((grant, at) => checkRole(grant, `grants.${at}`))) as Record<string, string>,
  });
  const { failure, save } = useSave(form, () => undefined);
  const submit = form.onSubmit((values) => void save(async () => {
    const { id, password } = await create.mutateAsync(toInput(values));
    onMade({ id, password, username: values.account.username.trim(), name: values.account.displayName.trim(), isNew: true });
  }), (errors) => focusFirstError(form, Object.keys(errors)));
  const { account, grants } = form.getValues();
  const needing = grants.find(({ scope }) => scope === 'sections' || scope === 'homeroom');
  return (
    <DialogForm size="xl" title={t('new.title')} submit={t('new.submit')} busy={create.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <AccountFields form={form} account={account} userId={null} onChange={(next) => form.setFieldValue('account', { ...account, ...next })}>
        <NativeSelect label={t('new.language')} value={account.language} data={language.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          onChange={(event) => form.setFieldValue('account.language', language.parse(event.currentTarget.value))} />
      </AccountFields>
      {grants.map((grant, at) => (
        <Fieldset key={at} legend={(
          <Group gap={4}>
            {t('new.roleNumber', { number: at + 1 })}
            <Tooltip label={t('new.removeRole', { number: at + 1 })}>
              <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('new.removeRole', { number: at + 1 })} onClick={() => form.removeListItem('grants', at)}><IconTrash size={15} aria-hidden /></ActionIcon>
            </Tooltip>
          </Group>
        )}>
          <GrantFields form={form} path={`grants.${at}`} grant={grant} onChange={(next) => form.setFieldValue(`grants.${at}`, next)} />
        </Fieldset>
      ))}
      {grants.length === 0 && <Text size="sm" c="dimmed">{t('new.noRoles')}</Text>}
      {needing && account.person === null && <Alert color="yellow">{t('new.needsPerson', { scope: t(`scope.${needing.scope}`) })}</Alert>}
      <Stack align="flex-start">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={grants.length >= 20} onClick={() => form.insertListItem('grants', emptyGrant)}>{t('new.addRole')}</Button>
      </Stack>
    </DialogForm>
  );
}
