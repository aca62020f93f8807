import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisibilityRule } from '#contract/visibility.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleTable } from './rule-table.tsx';
import { TryPanel } from './try-panel.tsx';

/** Which departments see each other's students, and a place to try it on somebody. */
export function VisibilityTab() {
  const { t } = useTranslation('roles');
  const may = useMay();
  const search = useSearch({ from: '/roles/{-$tab}' });
  const navigate = useNavigate();
  const [edited, setEdited] = useState<VisibilityRule | 'new' | null>(null);
  const query = useQueryOf('visibility.list', {});
  return (
    <LoadState query={query} lines={8}>
      {({ rules, departments }) => {
        const add = may('roles:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('rules.add')}</Button>;
        return (
          <Stack gap="lg">
            <Stack component="section" aria-labelledby="rules-title" gap="sm">
              <Group justify="space-between" align="flex-start">
                <div><Title order={2} id="rules-title">{t('rules.title')}</Title><Text size="sm" c="dimmed">{t('rules.text')}</Text></div>
                {rules.length > 0 && add}
              </Group>
              {departments.length === 0 && <EmptyState icon={<IconBuildingCommunity />} title={t('rules.noDepartments')} text={t('rules.noDepartmentsText')} />}
              {departments.length > 0 && rules.length === 0 && <EmptyState icon={<IconBuildingCommunity />} title={t('rules.none')} text={t('rules.noneText')}>{add}</EmptyState>}
              {rules.length > 0 && <RuleTable rules={rules} onEdit={may('roles:edit') && setEdited} />}
            </Stack>
            <Paper component="section" aria-labelledby="try-title">
              <Title order={2} id="try-title">{t('try.title')}</Title>
              <Text size="sm" c="dimmed" mb="sm">{t('try.text')}</Text>
              <TryPanel preview rules={rules} userId={search.userId} studentId={search.studentId}
                onChoose={(chosen) => void navigate({ to: '/roles/{-$tab}', params: { tab: 'visibility' }, search: { ...search, ...chosen }, replace: true })} />
            </Paper>
            {edited && <RuleDialog rule={edited === 'new' ? null : edited} rules={rules} departments={departments} onClose={() => setEdited(null)} />}
          </Stack>
        );
      }}
    </LoadState>
  );
}
