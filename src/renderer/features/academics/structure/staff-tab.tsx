import { ActionIcon, Button, Group, Stack, Switch, Table, TextInput, Tooltip } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { EmptyState, LoadState, TextLink } from '../../../ui/index.ts';
import { writePerson } from '../names.ts';
import { matches } from './matches.ts';
import { StaffDialog } from './staff-dialog.tsx';

export type StaffMember = Output<'staff.list'>['staff'][number];

/** Those who teach and work at the school, with what they teach in the open year. */
export function StaffTab() {
  const { t } = useTranslation('academics');
  const may = useMay();
  const [archived, setArchived] = useState(false);
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<StaffMember | 'new' | null>(null);
  const query = useQueryOf('staff.list', { archived }, { keep: true });
  const all = query.data?.staff ?? [];
  const shown = all.filter((one) => matches(text, `${one.familyEl} ${one.givenEl}`, `${one.familyLatin ?? ''} ${one.givenLatin ?? ''}`, one.code));
  return (
    <Stack>
      <Group gap="xs">
        <TextInput aria-label={t('staff.search')} placeholder={t('staff.search')} leftSection={<IconSearch size={16} aria-hidden />} w={260} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Switch label={t('archived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
        <Group gap="xs" ml="auto">
          <ExportButton list={{ table: 'staff', archived, text }} />
          {may('structure:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('staff.add')}</Button>}
        </Group>
      </Group>
      <LoadState query={query} lines={10}>
        {() => (shown.length === 0
          ? <EmptyState icon={<IconUsersGroup />} title={all.length === 0 ? t('staff.none') : t('staff.noMatch')} text={all.length === 0 ? t('staff.noneText') : undefined} />
          : <StaffTable staff={shown} onEdit={setEdited} />)}
      </LoadState>
      {edited && <StaffDialog member={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

function StaffTable({ staff, onEdit }: { staff: readonly StaffMember[]; onEdit: (member: StaffMember) => void }) {
  const { t } = useTranslation(['academics', 'common', 'fields']);
  const may = useMay();
  const mayEdit = may('structure:edit');
  const format = useFormat();
  const archive = useCommand('staff.setArchived');
  return (
    <Table.ScrollContainer minWidth={880}>
      <Table aria-label={t('tabs.staff')} verticalSpacing={4} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('staff.name')}</Table.Th><Table.Th>{t('fields:code')}</Table.Th><Table.Th>{t('fields:departmentId')}</Table.Th><Table.Th>{t('staff.role')}</Table.Th>
            <Table.Th ta="right">{t('staff.sections')}</Table.Th><Table.Th ta="right">{t('staff.lessons')}</Table.Th><Table.Th>{t('staff.user')}</Table.Th><Table.Th aria-label={t('actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {staff.map((member) => {
            const name = writePerson(format, member);
            const isArchived = member.archivedAt !== null;
            return (
              <Table.Tr key={member.staffId}>
                <Table.Th scope="row">{name}</Table.Th><Table.Td>{member.code}</Table.Td><Table.Td>{pickName(format, member.departmentEl, member.departmentEn)}</Table.Td>
                <Table.Td>{member.role && t(`staff.roles.${member.role}`)}</Table.Td><Table.Td ta="right">{format.number(member.sections)}</Table.Td>
                <Table.Td ta="right">{member.lessons === 0 || !may('sections:view') ? format.number(member.lessons) : <TextLink to="/timetable" search={{ by: 'teacher', of: member.staffId }} aria-label={`${format.number(member.lessons)} · ${t('staff.timetable')}: ${name}`}>{format.number(member.lessons)}</TextLink>}</Table.Td>
                <Table.Td>{member.username}</Table.Td>
                <Table.Td>
                  {mayEdit && (
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <ActionIcon variant="subtle" aria-label={t('common:editWhat', { what: name })} onClick={() => onEdit(member)}><IconPencil size={16} aria-hidden /></ActionIcon>
                      <Tooltip label={isArchived ? t('unarchive') : t('archive')}>
                        <ActionIcon variant="subtle" color="gray" aria-label={`${isArchived ? t('unarchive') : t('archive')}: ${name}`} onClick={() => archive.mutate({ id: member.staffId, rev: member.rev, archived: !isArchived })}>
                          {isArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
                        </ActionIcon>
                      </Tooltip>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
