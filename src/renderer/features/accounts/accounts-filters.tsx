import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useRoleChoices } from './use-choices.ts';

const states = z.enum(['active', 'disabled', 'all']);
type State = z.infer<typeof states>;

export interface AccountsFiltersProps {
  text: string;
  state: State;
  role: string | null;
  onText: (text: string) => void;
  onState: (state: State) => void;
  onRole: (role: string | null) => void;
  /** Null: nothing is narrowed. */
  onClear: (() => void) | null;
}

/** Narrows the accounts by name, state and role. */
export function AccountsFilters({ text, state, role, onText, onState, onRole, onClear }: AccountsFiltersProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const roles = useRoleChoices();
  return (
    <Group gap="xs" role="search" aria-label={t('filters.label')} className="no-print">
      <TextInput aria-label={t('filters.search')} placeholder={t('filters.search')} leftSection={<IconSearch size={16} aria-hidden />} w={240} maxLength={100} value={text}
        onChange={(event) => onText(event.currentTarget.value)} />
      <SegmentedControl aria-label={t('filters.state')} value={state} onChange={(value) => onState(states.parse(value))} data={states.options.map((value) => ({ value, label: t(`filters.${value}`) }))} />
      <Select aria-label={t('filters.role')} placeholder={t('filters.role')} w={210} searchable clearable clearButtonProps={{ 'aria-label': `${t('common:actions.clear')}: ${t('filters.role')}` }}
        data={roles} value={role} onChange={onRole} />
      {onClear && <Button variant="subtle" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={onClear}>{t('filters.clear')}</Button>}
    </Group>
  );
}
