import { Alert } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { checkRole } from './check-grant.ts';
import { emptyGrant, GrantFields, type GrantValues } from './grant-fields.tsx';

/** Gives an account one more role. */
export function AddGrantDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const add = useCommand('grants.add', { handles: errorCodes });
  const check = validateWith(contract['grants.add'].input);
  const form = useForm<{ grant: GrantValues }>({
    initialValues: { grant: emptyGrant }, validate: ({ grant }) => ({ ...check({ userId: account.id, grant }), ...checkRole(grant, 'grant') }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ grant }) => void save(() => add.mutateAsync({ userId: account.id, grant })), (errors) => focusFirstError(form, Object.keys(errors)));
  const { grant } = form.getValues();
  const needsPerson = !account.person?.staffId && (grant.scope === 'sections' || grant.scope === 'homeroom');
  return (
    <DialogForm title={t('grants.addTitle', { name: account.displayName })} submit={t('grants.addSubmit')} busy={add.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <GrantFields form={form} path="grant" grant={grant} onChange={(next) => form.setFieldValue('grant', next)} autoFocus />
      {needsPerson && <Alert color="yellow" title={t('page.unlinkedTitle')}>{t('page.unlinkedText')}</Alert>}
    </DialogForm>
  );
}
