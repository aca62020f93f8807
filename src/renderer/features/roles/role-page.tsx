import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconCopy, IconEye, IconInfoCircle, IconPencil, IconShieldQuestion, IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleView } from '#contract/roles.ts';
import { useMay, useMe, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ButtonLink, EmptyState, LoadState, Page, TextLink } from '../../ui/index.ts';
import { AllowsPanel } from './allows-panel.tsx';
import { EditRolePage } from './form/edit-role-page.tsx';
import { Matrix } from './matrix/matrix.tsx';
import { SideBySide } from './matrix/side-by-side.tsx';
import { PreviewDialog } from './preview/preview-dialog.tsx';
import { RemoveRole } from './remove-role.tsx';
import { nameOf, purposeOf } from './words.ts';

/** One role: what it allows, as a table and in words, and what can be done with it. */
export function RolePage() {
  const { t } = useTranslation('roles');
  const { roleKey } = useParams({ from: '/roles/of/$roleKey' });
  const { edit } = useSearch({ from: '/roles/of/$roleKey' });
  const mayEdit = useMay()('roles:edit');
  const query = useQueryOf('roles.list', {});
  if (!query.data) return <Page title={t('title')}><LoadState query={query} lines={12}>{() => null}</LoadState></Page>;
  const role = query.data.roles.find(({ key }) => key === roleKey);
  if (!role) {
    return (
      <Page title={t('role.gone')}>
        <EmptyState icon={<IconShieldQuestion />} title={t('role.gone')} text={t('role.goneText')}><ButtonLink to="/roles/{-$tab}">{t('back')}</ButtonLink></EmptyState>
      </Page>
    );
  }
  return edit && mayEdit && !role.builtIn ? <EditRolePage key={role.key} role={role} /> : <OpenRole role={role} />;
}

function OpenRole({ role }: { role: RoleView }) {
  const { t } = useTranslation(['roles', 'common']);
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay();
  const me = useMe();
  const [asked, setAsked] = useState<'preview' | 'remove' | null>(null);
  const beyond = role.permissions.filter((permission) => !may(permission)).length + role.fieldClasses.filter((name) => !me?.fieldClasses.includes(name)).length;
  const mayChange = !role.builtIn && beyond === 0;
  const actions = (
    <>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setAsked('preview')}>{t('role.preview')}</Button>
      <ButtonLink variant="default" to="/roles/{-$tab}" params={{ tab: 'compare' }} search={{ first: role.key }} leftSection={<IconArrowsLeftRight size={16} aria-hidden />}>{t('role.compare')}</ButtonLink>
      {may('roles:create') && <ButtonLink variant={mayChange ? 'default' : 'filled'} to="/roles/new" search={{ from: role.key }} leftSection={<IconCopy size={16} aria-hidden />}>{t('role.copy')}</ButtonLink>}
      {!role.builtIn && may('roles:delete') && <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked('remove')}>{t('common:actions.remove')}</Button>}
      {mayChange && may('roles:edit') && (
        <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => void navigate({ to: '/roles/of/$roleKey', params: { roleKey: role.key }, search: { edit: true } })}>{t('common:actions.edit')}</Button>
      )}
    </>
  );
  return (
    <Page title={nameOf(format, role)} subtitle={<><TextLink to="/roles/{-$tab}">{t('back')}</TextLink>{purposeOf(role) && ` · ${purposeOf(role)}`}</>} actions={actions}>
      <Stack>
        <Facts role={role} />
        {!role.builtIn && may('roles:edit') && beyond > 0 && <Alert variant="light" icon={<IconInfoCircle aria-hidden />}>{t('role.beyond', { count: beyond })}</Alert>}
        <SideBySide label={t('allows.title')} side={<AllowsPanel permissions={role.permissions} classes={role.fieldClasses} />}><Matrix chosen={role.permissions} /></SideBySide>
      </Stack>
      {asked === 'preview' && <PreviewDialog role={role} onClose={() => setAsked(null)} />}
      {asked === 'remove' && <RemoveRole role={role} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Facts({ role }: { role: RoleView }) {
  const { t } = useTranslation('roles');
  const facts = [
    role.holders === 0 ? t('role.nobody') : t('role.holders', { count: role.holders }), role.rules > 0 && t('role.rules', { count: role.rules }),
    t('role.usually', { scope: t(`scopeOf.${role.defaultScope}`) }),
    role.builtIn && t('role.builtIn'),
  ].filter((fact) => fact !== false);
  return <Group gap="xs" aria-label={t('role.facts')} role="group"><Text size="sm">{facts.join(' · ')}</Text></Group>;
}
