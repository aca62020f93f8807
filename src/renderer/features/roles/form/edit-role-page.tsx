import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleView } from '#contract/roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Page } from '../../../ui/index.ts';
import { nameOf } from '../words.ts';
import { RoleForm } from './role-form.tsx';

/** Changes a role of the school's own. */
export function EditRolePage({ role }: { role: RoleView }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const navigate = useNavigate();
  // As it was when the form opened: somebody else's change meanwhile must be refused, not overwritten.
  const [opened] = useState(role);
  const back = () => void navigate({ to: '/roles/of/$roleKey', params: { roleKey: role.key }, search: {} });
  const { nameEl, nameEn, purpose, permissions, fieldClasses, defaultScope } = opened;
  return (
    <Page title={t('form.edit', { what: nameOf(format, opened) })}>
      <RoleForm stored={opened} initial={{ nameEl, nameEn, purpose, permissions, fieldClasses, defaultScope }} base={{ draft: opened, name: null }} onLeave={back} onSaved={back} />
    </Page>
  );
}
