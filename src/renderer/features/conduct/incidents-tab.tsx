import { Button, Group, Select, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { incidentKinds, incidentStatuses, type IncidentRow } from '#contract/conduct.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { IncidentDialog, IncidentMarks, IncidentView, StudentLinks } from '../../ui/conduct/index.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { DateText, EmptyState, LoadState, Pages, pageSize } from '../../ui/index.ts';
import classes from './conduct.module.css';
import { anyTime, PeriodFields, toPeriod } from './period-fields.tsx';

export const incidentFilters = ['unsettled', 'overdue', ...incidentStatuses, 'all'] as const;
const statusForm = z.enum(incidentFilters);
const kindForm = z.enum(incidentKinds).nullable();

/** What happened, newest first: those that are not settled, unless another state is chosen. */
export function IncidentsTab() {
  const { t } = useTranslation('conduct');
  const mayAdd = useMay()('conduct:create');
  const navigate = useNavigate();
  const { status = 'unsettled', incident } = useSearch({ from: '/conduct' });
  const [kind, setKind] = useState<(typeof incidentKinds)[number] | null>(null);
  const [period, setPeriod] = useState(anyTime);
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const query = useQueryOf('incidents.list', { status, kind, ...toPeriod(period), offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const open = (id?: string) => void navigate({ to: '/conduct', search: { tab: 'incidents', status, incident: id } });
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" className="no-print">
        <Group align="flex-start" gap="sm" role="search" aria-label={t('filter')}>
          <Select label={t('status')} allowDeselect={false} w={190} value={status} data={incidentFilters.map((value) => ({ value, label: t(`incident.statusFilter.${value}`) }))}
            onChange={(value) => { setPage(1); void navigate({ to: '/conduct', search: { tab: 'incidents', status: statusForm.parse(value) } }); }} />
          <Select label={t('kind')} placeholder={t('any')} clearable w={190} value={kind} clearButtonProps={{ 'aria-label': t('anyKind') }}
            data={incidentKinds.map((value) => ({ value, label: t(`incident.kind.${value}`) }))} onChange={(value) => { setPage(1); setKind(kindForm.parse(value)); }} />
          <PeriodFields period={period} onPeriod={(next) => { setPage(1); setPeriod(next); }} />
        </Group>
        <Group gap="xs">
          <ExportButton list={{ table: 'incidents', status, kind, ...toPeriod(period) }} />
          {mayAdd && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('incident.add')}</Button>}
        </Group>
      </Group>
      <LoadState query={query} lines={8}>
        {({ rows, total, overdueDays }) => (total === 0
          ? <EmptyState icon={<IconClipboardCheck />} title={t(status === 'unsettled' ? 'incident.noneOpen' : 'incident.none')} text={t('incident.noneText')} />
          : (
            <>
              <Table.ScrollContainer minWidth={760}>
                <Table verticalSpacing="xs" aria-label={t('tab.incidents')}>
                  <Table.Thead>
                    <Table.Tr><Table.Th w={110}>{t('when')}</Table.Th><Table.Th w="40%">{t('incident.one')}</Table.Th><Table.Th>{t('incident.involved')}</Table.Th><Table.Th w="24%">{t('status')}</Table.Th></Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>{rows.map((row) => <Row key={row.id} incident={row} overdueDays={overdueDays} onOpen={() => open(row.id)} />)}</Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Pages page={page} total={total} onPage={setPage} />
            </>
          ))}
      </LoadState>
      {adding && <IncidentDialog incident={null} onClose={() => setAdding(false)} />}
      {incident && <IncidentView key={incident} id={incident} onClose={() => open()} />}
    </Stack>
  );
}

function Row({ incident, overdueDays, onOpen }: { incident: IncidentRow; overdueDays: number; onOpen: () => void }) {
  const { t } = useTranslation('conduct');
  return (
    <Table.Tr>
      <Table.Td style={{ verticalAlign: 'top' }}><DateText date={incident.date} /><Text size="xs" c="dimmed">{incident.time}</Text></Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <UnstyledButton onClick={onOpen} className={classes.open}>
          <Text span size="sm" fw={600} className={classes.title}>{t(`incident.kind.${incident.kind}`)}</Text>
          <Text span size="sm" lineClamp={2}>{incident.description}</Text>
        </UnstyledButton>
        {incident.followUps > 0 && <Text size="xs" c="dimmed">{t('log.count', { count: incident.followUps })}</Text>}
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}><StudentLinks students={incident.students} others={incident.others} /></Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}><IncidentMarks incident={incident} overdueDays={overdueDays} /></Table.Td>
    </Table.Tr>
  );
}
