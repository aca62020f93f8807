import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Input } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { AccountFields, type AccountValues } from './account-fields.tsx';

/** Changes what an account is called and whose it is. */
export function EditAccountDialog({ account: { id, rev, ...account }, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const update = useCommand('users.update', { handles: errorCodes });
  const toInput = ({ account: { person, ...details } }: { account: AccountValues }): Input<'users.update'> => ({ id, rev, account: { ...details, personId: person?.id ?? null } });
  const form = useForm<{ account: AccountValues }>({
    initialValues: { account: { username: account.username, displayName: account.displayName, person: account.person && { id: account.person.id, nameEl: account.person.nameEl, nameLatin: account.person.nameLatin } } },
    validate: (values) => validateWith(contract['users.update'].input)(toInput(values)),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => update.mutateAsync(toInput(values))), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm title={t('page.editTitle')} busy={update.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <AccountFields form={form} account={form.getValues().account} userId={id} onChange={(next) => form.setFieldValue('account', next)} />
    </DialogForm>
  );
}
