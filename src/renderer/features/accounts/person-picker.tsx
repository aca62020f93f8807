import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';

/** Whose an account is. */
export interface PickedPerson { id: string; nameEl: string; nameLatin: string | null }

export interface PersonPickerProps {
  value: PickedPerson | null;
  onChange: (person: PickedPerson | null) => void;
  /** The account that is being edited: its own person is not "taken". */
  userId: string | null;
  error?: ReactNode;
  /** Takes the focus in a dialog, without covering the rest of it with the list. */
  autoFocus?: boolean;
}

const typingPause = 120;

/** Chooses the member of staff whose an account is, by a part of the name. Who has an account already is shown, and cannot be chosen. */
export function PersonPicker({ value, onChange, userId, error, autoFocus }: PersonPickerProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  const nameOf = (person: PickedPerson) => pickName(format, person.nameEl, person.nameLatin);
  const [typed, setTyped] = useState(value ? nameOf(value) : '');
  // While the field shows whom one has chosen, it is not a search for that name alone.
  const [text] = useDebouncedValue(value && typed === nameOf(value) ? '' : typed.trim().slice(0, 100), typingPause);
  const found = useQueryOf('users.people', { text }, { keep: true });
  const people = (found.data?.people ?? []).map(({ personId, userId: holder, ...name }) => ({ id: personId, ...name, isTaken: holder !== null && holder !== userId }));
  const known = new Map<string, PickedPerson>([...(value ? [value] : []), ...people].map((person) => [person.id, person]));
  const options = people.map((person) => ({ value: person.id, label: person.isTaken ? t('new.personTaken', { name: nameOf(person) }) : nameOf(person), disabled: person.isTaken }));
  const chosen = value && !people.some(({ id }) => id === value.id) ? [{ value: value.id, label: nameOf(value), disabled: false }] : [];
  return (
    <Select label={t('new.person')} description={t('new.personHint')} placeholder={t('new.personPlaceholder')} nothingFoundMessage={found.isPending ? t('common:loading') : t('new.personNone')}
      data-autofocus={autoFocus || undefined} openOnFocus={!autoFocus} searchable clearable clearButtonProps={{ 'aria-label': `${t('common:actions.clear')}: ${t('new.person')}` }} searchValue={typed} onSearchChange={setTyped} error={error}
      data={[...chosen, ...options]} filter={(search) => search.options} value={value?.id ?? null} maxDropdownHeight={260}
      onChange={(id) => onChange((id && known.get(id)) || null)} />
  );
}
