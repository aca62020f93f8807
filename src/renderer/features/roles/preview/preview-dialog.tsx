import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantScopes, type GrantScope } from '#contract/permissions.ts';
import type { RoleView } from '#contract/roles.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { usePreview } from '../../../ui/index.ts';
import { AccountSelect, type PickedAccount } from '../account-select.tsx';
import { nameOf } from '../words.ts';

const own: readonly GrantScope[] = ['sections', 'homeroom', 'self'];

/** Chooses how a role is looked at: in which scope, or as somebody who has it. */
export function PreviewDialog({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const { t } = useTranslation(['roles', 'common']);
  const format = useFormat();
  const mayUsers = useMay()('users:view');
  const preview = usePreview();
  const [as, setAs] = useState<'role' | 'person'>(mayUsers && role.holders > 0 && own.includes(role.defaultScope) ? 'person' : 'role');
  const [scope, setScope] = useState<GrantScope>(role.defaultScope);
  const [orgId, setOrgId] = useState<string | null>(null);
  const [person, setPerson] = useState<PickedAccount | null>(null);
  const departments = useQueryOf('visibility.list', {}).data?.departments ?? [];
  const ready = as === 'person' ? person !== null : scope !== 'department' || orgId !== null;
  const start = () => void preview.start(as === 'person' && person ? { kind: 'person', userId: person.id } : { kind: 'role', role: role.key, scope, orgId: scope === 'department' ? orgId : null });
  return (
    <Modal opened onClose={onClose} title={t('preview.title', { what: nameOf(format, role) })} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Stack>
        <Text size="sm">{t('preview.text')}</Text>
        {mayUsers && role.holders > 0 && (
          <SegmentedControl aria-label={t('preview.as')} value={as} onChange={setAs} data={[{ value: 'role', label: t('preview.asRole') }, { value: 'person', label: t('preview.asPerson') }]} />
        )}
        {as === 'person' ? <AccountSelect required role={role.key} value={person} onChange={setPerson} /> : (
          <>
            <Select label={t('preview.scope')} allowDeselect={false} value={scope} onChange={(next) => setScope(grantScopes.find((name) => name === next) ?? scope)} data={grantScopes.map((name) => ({ value: name, label: t(`scopeOf.${name}`) }))} />
            {scope === 'department' && <Select label={t('preview.department')} required searchable value={orgId} onChange={setOrgId} data={departments.map((one) => ({ value: one.id, label: nameOf(format, one) }))} />}
            {own.includes(scope) && <Text size="sm" c="dimmed">{t('preview.own')}</Text>}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button disabled={!ready} loading={preview.busy} onClick={start}>{t('preview.start')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
