import { Alert } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '#contract/permission-words.ts';
import type { RoleDraft, RoleView } from '#contract/roles.ts';
import type { Me } from '#contract/access.ts';
import { useMe, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { i18next } from '../../../i18n/index.ts';
import { LoadState, Page } from '../../../ui/index.ts';
import { inShort, nameOf, purposeOf, say } from '../words.ts';
import { difference, givable } from './rules-draft.ts';
import { RoleForm } from './role-form.tsx';

const blank: RoleDraft = { nameEl: '', nameEn: '', purpose: null, permissions: [], fieldClasses: ['ordinary'], defaultScope: 'school' };

/** A new role, from nothing or from one that comes close. */
export function NewRolePage() {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const { from } = useSearch({ from: '/roles/new' });
  const me = useMe();
  const query = useQueryOf('roles.list', {});
  const origin = query.data?.roles.find(({ key }) => key === from) ?? null;
  return (
    <Page title={origin ? t('form.copyOf', { what: nameOf(format, origin) }) : t('form.new')}>
      <LoadState query={query} lines={12}>{() => me && <NewRole key={origin?.key ?? ''} origin={origin} me={me} />}</LoadState>
    </Page>
  );
}

function NewRole({ origin, me }: { origin: RoleView | null; me: Me }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const navigate = useNavigate();
  const initial = origin ? copyOf(origin, me) : blank;
  const leftOut = origin ? [
    ...difference(initial.permissions, origin.permissions).added.map((permission) => inShort(say(format, permissionWords[permission]))),
    ...difference(initial.fieldClasses, origin.fieldClasses).added.map((name) => t('form.fields', { what: t(`fieldClass.${name}.name`) })),
  ] : [];
  const back = () => void navigate(origin ? { to: '/roles/of/$roleKey', params: { roleKey: origin.key } } : { to: '/roles/{-$tab}' });
  return (
    <RoleForm initial={initial} stored={null} base={origin && { draft: origin, name: nameOf(format, origin) }} onLeave={back}
      notice={leftOut.length > 0 && <Alert color="yellow" variant="light" role="status">{t('form.leftOut', { count: leftOut.length, what: leftOut.join(' · ') })}</Alert>}
      onSaved={(id) => void navigate({ to: '/roles/of/$roleKey', params: { roleKey: id }, replace: true })} />
  );
}

/** A draft with everything of a role that the user may give to others. */
function copyOf(origin: RoleView, me: Me): RoleDraft {
  const named = (language: 'el' | 'en', name: string) => i18next.getFixedT(language, 'roles')('form.copyName', { name });
  return {
    nameEl: named('el', origin.nameEl), nameEn: named('en', origin.nameEn), purpose: purposeOf(origin), defaultScope: origin.defaultScope,
    permissions: givable(origin.permissions, new Set(me.permissions)), fieldClasses: origin.fieldClasses.filter((name) => me.fieldClasses.includes(name)),
  };
}
