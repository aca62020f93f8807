import { Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { ButtonLink, Page } from '../../ui/index.ts';
import { CompareTab } from './compare/compare-tab.tsx';
import { RoleList } from './role-list.tsx';
import { VisibilityTab } from './visibility/visibility-tab.tsx';

const tabs = ['list', 'compare', 'visibility'] as const;

/** What roles may do, how they differ, and which departments see each other's students. */
export function RolesPage() {
  const { t } = useTranslation('roles');
  const { tab: asked } = useParams({ from: '/roles/{-$tab}' });
  const navigate = useNavigate();
  const mayCreate = useMay()('roles:create');
  const tab = tabs.find((name) => name === asked) ?? 'list';
  return (
    <Page title={t('title')} subtitle={t('subtitle')}
      actions={tab === 'list' && mayCreate && <ButtonLink to="/roles/new" leftSection={<IconPlus size={16} aria-hidden />}>{t('list.new')}</ButtonLink>}>
      <Tabs value={tab} onChange={(next) => void navigate({ to: '/roles/{-$tab}', params: { tab: next === 'list' || next === null ? undefined : next } })}
        keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md" className="no-print">{tabs.map((name) => <Tabs.Tab key={name} value={name}>{t(`tabs.${name}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value="list"><RoleList /></Tabs.Panel>
        <Tabs.Panel value="compare"><CompareTab /></Tabs.Panel>
        <Tabs.Panel value="visibility"><VisibilityTab /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
