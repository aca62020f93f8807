import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import type { RoleView } from '#contract/roles.ts';
import { useQueryOf } from '../../client/index.ts';

/** An account that was chosen, with the name of its holder. */
export interface PickedAccount { id: string; name: string }

export interface AccountSelectProps {
  value: PickedAccount | null;
  onChange: (account: PickedAccount | null) => void;
  /** Only those who have this role. */
  role?: RoleView['key'];
  required?: boolean;
}

const typingPause = 120;
const mostShown = 30;
const labelOf = ({ displayName, username }: Account): string => `${displayName} (${username})`;

/** Chooses an account by part of the holder's name or the user name. */
export function AccountSelect({ value, onChange, role, required }: AccountSelectProps) {
  const { t } = useTranslation('roles');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), typingPause);
  // What stands in the field of a chosen account is its label, not a search.
  const found = useQueryOf('users.list', { text: value && text.startsWith(value.name) ? '' : text, role: role ?? null, limit: mostShown }, { keep: true });
  const accounts = found.data?.rows ?? [];
  const options = accounts.map((account) => ({ value: account.id, label: labelOf(account) }));
  if (value && !options.some((option) => option.value === value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select label={t('try.person')} placeholder={t('try.personHint')} required={required} searchable clearable nothingFoundMessage={t('try.nobody')} data={options} value={value?.id ?? null} onSearchChange={setTyped}
      filter={({ options: all }) => all} onChange={(id) => {
        const account = accounts.find((each) => each.id === id);
        onChange(account ? { id: account.id, name: account.displayName } : null);
      }} />
  );
}
