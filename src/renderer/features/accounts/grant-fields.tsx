import { MultiSelect, NativeSelect, Select, SimpleGrid, Text } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { grantScopes, type GrantScope } from '#contract/permissions.ts';
import { DateField } from '../../ui/index.ts';
import { useDepartmentChoices, useRoleChoices } from './use-choices.ts';

/** A role as it is being given: the fields of the contract's draft, as the form holds them. */
export interface GrantValues { role: string; scope: GrantScope; departmentIds: string[]; startDate: string; endDate: string }
/** No role chosen yet. */
export const emptyGrant: GrantValues = { role: '', scope: 'school', departmentIds: [], startDate: '', endDate: '' };

/** Of a form, what a grant in it needs. */
export interface GrantForm { getInputProps: (path: string) => GetInputPropsReturnType }

export interface GrantFieldsProps {
  form: GrantForm;
  /** Where the grant stands in the form. */
  path: string;
  grant: GrantValues;
  onChange: (grant: GrantValues) => void;
  autoFocus?: boolean;
}

const scopeForm = z.enum(grantScopes);

/** Role, reach, departments and dates of a grant. A role proposes its usual reach. */
export function GrantFields({ form, path, grant, onChange, autoFocus }: GrantFieldsProps) {
  const { t } = useTranslation('accounts');
  const roles = useRoleChoices();
  const departments = useDepartmentChoices();
  const choose = (role: string) => onChange({ ...grant, role, scope: roles.find(({ value }) => value === role)?.scope ?? grant.scope });
  const { error: roleError, ...role } = form.getInputProps(`${path}.role`);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
      <Select {...role} label={t('new.role')} placeholder={t('new.rolePlaceholder')} required searchable allowDeselect={false} data={roles} value={grant.role || null} data-autofocus={autoFocus || undefined}
        description={roles.find(({ value }) => value === grant.role)?.purpose} inputWrapperOrder={['label', 'input', 'description', 'error']} error={roleError} onChange={(value) => choose(value ?? '')} />
      <NativeSelect label={t('new.scope')} description={t(`scopeHint.${grant.scope}`)} inputWrapperOrder={['label', 'input', 'description', 'error']} value={grant.scope}
        data={grantScopes.map((value) => ({ value, label: t(`scopeChoice.${value}`) }))} onChange={(event) => onChange({ ...grant, scope: scopeForm.parse(event.currentTarget.value) })} />
      {grant.scope === 'department' && (departments?.length === 0 ? <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1' }}>{t('new.noDepartments')}</Text> : (
        <MultiSelect {...form.getInputProps(`${path}.departmentIds`)} label={t('new.departments')} placeholder={grant.departmentIds.length === 0 ? t('new.departmentsPlaceholder') : undefined} required searchable
          data={departments ?? []} value={grant.departmentIds} onChange={(departmentIds) => onChange({ ...grant, departmentIds })} style={{ gridColumn: '1 / -1' }} />
      ))}
      <DateField {...form.getInputProps(`${path}.startDate`)} label={t('new.startDate')} value={grant.startDate} onChange={(startDate) => onChange({ ...grant, startDate })} />
      <DateField {...form.getInputProps(`${path}.endDate`)} label={t('new.endDate')} value={grant.endDate} onChange={(endDate) => onChange({ ...grant, endDate })} />
    </SimpleGrid>
  );
}
