import { ActionIcon, Button, Group, Select, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { printPage } from '../../../platform/system.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { nameOf } from '../words.ts';
import { CompareTable } from './compare-table.tsx';

/** Two roles side by side, by default only where they differ. */
export function CompareTab() {
  const { t } = useTranslation(['roles', 'common']);
  const format = useFormat();
  const search = useSearch({ from: '/roles/{-$tab}' });
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const query = useQueryOf('roles.list', {});
  const go = (first: string | undefined, second: string | undefined) => void navigate({ to: '/roles/{-$tab}', params: { tab: 'compare' }, search: { first, second }, replace: true });
  return (
    <LoadState query={query} lines={10}>
      {({ roles }) => {
        const [first, second] = [search.first, search.second].map((key) => roles.find((role) => role.key === key));
        const data = roles.map((role) => ({ value: role.key, label: nameOf(format, role) }));
        return (
          <Stack>
            <Group align="flex-end" gap="sm" className="no-print">
              <Select label={t('compare.first')} data={data} searchable value={search.first ?? null} onChange={(key) => go(key ?? undefined, search.second)} w={260} />
              <Tooltip label={t('compare.swap')}>
                <ActionIcon variant="default" size={36} aria-label={t('compare.swap')} onClick={() => go(search.second, search.first)}><IconArrowsLeftRight size={17} aria-hidden /></ActionIcon>
              </Tooltip>
              <Select label={t('compare.second')} data={data} searchable value={search.second ?? null} onChange={(key) => go(search.first, key ?? undefined)} w={260} />
              <Switch label={t('compare.all')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} pb={8} />
              {first && second && <Button variant="default" ml="auto" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('common:actions.print')}</Button>}
            </Group>
            {first && second ? <CompareTable first={first} second={second} all={all} /> : <EmptyState icon={<IconArrowsLeftRight />} title={t('compare.choose')} text={t('compare.chooseText')} />}
            {first && second && <Text size="xs" c="dimmed" className="print-only">{format.date(new Date().toLocaleDateString('sv-SE'))}</Text>}
          </Stack>
        );
      }}
    </LoadState>
  );
}
