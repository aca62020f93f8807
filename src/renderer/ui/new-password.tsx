import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NewSecret } from './new-secret.tsx';
import type { NewPasswordFields } from './use-new-password.ts';

export interface NewPasswordProps {
  fields: NewPasswordFields;
  /** Names that others know and that therefore add nothing. */
  known: readonly string[];
  size?: 'md';
  autoFocus?: boolean;
}

/** The two fields of a new password, with the rules under the first and how strong it is. */
export function NewPassword({ fields: { typed, errors, least, inputs, onType }, known, size, autoFocus }: NewPasswordProps) {
  const { t } = useTranslation();
  return (
    <>
      <NewSecret ref={inputs.password} label={t('newPassword.label')} description={t('newPassword.rules', { count: least })} value={typed.password} known={known} least={least}
        onChange={(event) => onType({ password: event.currentTarget.value })} error={errors.password} size={size} autoFocus={autoFocus} />
      <PasswordInput ref={inputs.again} label={t('newPassword.repeat')} value={typed.again} onChange={(event) => onType({ again: event.currentTarget.value })} error={errors.again}
        autoComplete="new-password" maxLength={200} size={size} />
    </>
  );
}
