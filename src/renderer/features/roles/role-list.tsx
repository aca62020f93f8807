import { ActionIcon, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconCopy, IconEye } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleView } from '#contract/roles.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { LoadState, TextLink } from '../../ui/index.ts';
import { PreviewDialog } from './preview/preview-dialog.tsx';
import { listClasses, nameOf, purposeOf } from './words.ts';

const columns = 6;

/** The roles that come with the program and those of the school, with who has them and how much they give. */
export function RoleList() {
  const { t } = useTranslation('roles');
  const mayCreate = useMay()('roles:create');
  const [previewed, setPreviewed] = useState<RoleView | null>(null);
  const query = useQueryOf('roles.list', {});
  return (
    <LoadState query={query} lines={10}>
      {({ roles }) => (
        <Stack>
          <Table.ScrollContainer minWidth={760}>
            <Table aria-label={t('tabs.list')} verticalSpacing={6} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('list.name')}</Table.Th><Table.Th>{t('list.purpose')}</Table.Th><Table.Th ta="right">{t('list.holders')}</Table.Th>
                  <Table.Th ta="right">{t('list.permissions')}</Table.Th><Table.Th>{t('list.fieldClasses')}</Table.Th><Table.Th aria-label={t('list.actions')} />
                </Table.Tr>
              </Table.Thead>
              {([true, false] as const).map((builtIn) => (
                <Table.Tbody key={String(builtIn)}>
                  <Table.Tr><Table.Th colSpan={columns} scope="rowgroup" pt="md"><Text size="sm" fw={600} c="dimmed">{builtIn ? t('list.builtIn') : t('list.own')}</Text></Table.Th></Table.Tr>
                  {roles.filter((role) => role.builtIn === builtIn).map((role) => <RoleRow key={role.key} role={role} mayCreate={mayCreate} onPreview={() => setPreviewed(role)} />)}
                  {!roles.some((role) => role.builtIn === builtIn) && <Table.Tr><Table.Td colSpan={columns}><Text size="sm" c="dimmed">{t('list.none')}</Text></Table.Td></Table.Tr>}
                </Table.Tbody>
              ))}
            </Table>
          </Table.ScrollContainer>
          {previewed && <PreviewDialog role={previewed} onClose={() => setPreviewed(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}

function RoleRow({ role, mayCreate, onPreview }: { role: RoleView; mayCreate: boolean; onPreview: () => void }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const navigate = useNavigate();
  const what = nameOf(format, role);
  return (
    <Table.Tr>
      <Table.Th scope="row"><TextLink to="/roles/of/$roleKey" params={{ roleKey: role.key }} underline="hover" fw={600} style={{ whiteSpace: 'nowrap' }}>{what}</TextLink></Table.Th>
      <Table.Td><Text size="sm" lineClamp={2}>{purposeOf(role)}</Text></Table.Td>
      <Table.Td ta="right">{format.number(role.holders)}</Table.Td>
      <Table.Td ta="right">{format.number(role.permissions.length)}</Table.Td>
      <Table.Td><Text size="sm">{listClasses(role.fieldClasses)}</Text></Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {mayCreate && (
            <Tooltip label={t('role.copy')}>
              <ActionIcon variant="subtle" aria-label={t('list.copyWhat', { what })} onClick={() => void navigate({ to: '/roles/new', search: { from: role.key } })}><IconCopy size={16} aria-hidden /></ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('role.preview')}>
            <ActionIcon variant="subtle" aria-label={t('list.previewWhat', { what })} onClick={onPreview}><IconEye size={16} aria-hidden /></ActionIcon>
          </Tooltip>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
