import { SimpleGrid, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker, type PickedPerson } from './person-picker.tsx';
import { suggestUsername } from './rules-username.ts';

/** What an account is called and whose it is. */
export interface AccountValues { username: string; displayName: string; person: PickedPerson | null }

export interface AccountFieldsProps {
  /** Of a form, what its part for the account needs; whatever else the form holds. */
  form: { getInputProps: (path: `account.${'username' | 'displayName' | 'personId'}`) => GetInputPropsReturnType };
  account: AccountValues;
  onChange: (account: AccountValues) => void;
  /** The account that is being edited; a new one has none, and gets its user name proposed. */
  userId: string | null;
  /** One more field beside the names. */
  children?: ReactNode;
}

/** The fields of an account. For a new one name and user name are proposed from the person, until they are written by hand. */
export function AccountFields({ form, account, onChange, userId, children }: AccountFieldsProps) {
  const { t } = useTranslation('accounts');
  const byHand = useRef({ displayName: userId !== null, username: userId !== null });
  const propose = (next: AccountValues, name: string, familyFirst: boolean) => onChange({
    ...next,
    displayName: byHand.current.displayName || !next.person ? next.displayName : next.person.nameEl,
    username: byHand.current.username ? next.username : suggestUsername(name, familyFirst),
  });
  const choosePerson = (person: PickedPerson | null) => {
    if (person) propose({ ...account, person }, person.nameLatin ?? person.nameEl, true);
    else onChange({ ...account, person });
  };
  const writeName = (displayName: string) => {
    byHand.current.displayName = displayName !== '';
    if (account.person) onChange({ ...account, displayName });
    else propose({ ...account, displayName }, displayName, false);
  };
  return (
    <>
      <PersonPicker value={account.person} onChange={choosePerson} userId={userId} error={form.getInputProps('account.personId').error} autoFocus={userId === null} />
      <SimpleGrid cols={{ base: 1, sm: children ? 3 : 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('account.displayName')} label={t('new.displayName')} required maxLength={120} data-autofocus={userId !== null || undefined} autoComplete="off" value={account.displayName}
          onChange={(event) => writeName(event.currentTarget.value)} />
        <TextInput {...form.getInputProps('account.username')} label={t('new.username')} description={t('new.usernameHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required maxLength={60}
          autoComplete="off" spellCheck={false} autoCapitalize="none" value={account.username}
          onChange={(event) => {
            byHand.current.username = event.currentTarget.value !== '';
            onChange({ ...account, username: event.currentTarget.value });
          }} />
        {children}
      </SimpleGrid>
    </>
  );
}
