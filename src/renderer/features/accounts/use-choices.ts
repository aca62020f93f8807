import { roleNames, roles as builtIn } from '#contract/roles-built-in.ts';
import { roleWords } from '#contract/role-words.ts';
import type { GrantScope } from '#contract/permissions.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';

/** A role that can be given, and how far it usually reaches. */
export interface RoleChoice { value: string; label: string; purpose: string | null; scope: GrantScope }

/** The roles that can be given or looked for; the school's own only for who may see roles. */
export function useRoleChoices(): RoleChoice[] {
  const format = useFormat();
  const { data } = useQueryOf('roles.list', {}, { enabled: useMay()('roles:view') });
  return data
    ? data.roles.map((role) => ({ value: role.key, label: pickName(format, role.nameEl, role.nameEn), purpose: role.purpose, scope: role.defaultScope }))
    : roleNames.map((name) => ({ value: name, label: pickName(format, roleWords[name].el, roleWords[name].en), purpose: null, scope: builtIn[name].defaultScope }));
}

/** The departments that a role can be limited to. Null: not known, or not for this user to see. */
export function useDepartmentChoices(): { value: string; label: string }[] | null {
  const format = useFormat();
  const { data } = useQueryOf('departments.list', {}, { enabled: useMay()('structure:view') });
  return data?.departments.map(({ id, nameEl, nameEn }) => ({ value: id, label: pickName(format, nameEl, nameEn) })) ?? null;
}
