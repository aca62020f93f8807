import { Button, Group, Select, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { interventionKinds } from '#contract/conduct.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { InterventionDialog, InterventionMarks, InterventionView, StudentLinks } from '../../ui/conduct/index.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { DateText, EmptyState, LoadState, Pages, pageSize } from '../../ui/index.ts';
import classes from './conduct.module.css';

const states = ['active', 'due', 'ended', 'all'] as const;
const stateForm = z.enum(states);
const kindForm = z.enum(interventionKinds).nullable();

/** What is being done for students; the one whose review comes first at the top. */
export function InterventionsTab() {
  const { t } = useTranslation(['conduct', 'fields']);
  const mayAdd = useMay()('interventions:create');
  const navigate = useNavigate();
  const { intervention } = useSearch({ from: '/conduct' });
  const [state, setState] = useState<(typeof states)[number]>('active');
  const [kind, setKind] = useState<(typeof interventionKinds)[number] | null>(null);
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const query = useQueryOf('interventions.list', { state, kind, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const open = (id?: string) => void navigate({ to: '/conduct', search: { tab: 'interventions', intervention: id } });
  return (
    <Stack>
      <Group justify="space-between" align="flex-end" className="no-print">
        <Group align="flex-start" gap="sm" role="search" aria-label={t('filter')}>
          <Select label={t('status')} allowDeselect={false} w={190} value={state} data={states.map((value) => ({ value, label: t(`intervention.stateFilter.${value}`) }))}
            onChange={(value) => { setPage(1); setState(stateForm.parse(value)); }} />
          <Select label={t('kind')} placeholder={t('any')} clearable w={190} value={kind} clearButtonProps={{ 'aria-label': t('anyKind') }}
            data={interventionKinds.map((value) => ({ value, label: t(`intervention.kind.${value}`) }))} onChange={(value) => { setPage(1); setKind(kindForm.parse(value)); }} />
        </Group>
        <Group gap="xs">
          <ExportButton list={{ table: 'interventions', state, kind }} />
          {mayAdd && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('intervention.add')}</Button>}
        </Group>
      </Group>
      <LoadState query={query} lines={8}>
        {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconHeartHandshake />} title={t('intervention.none')} text={t('intervention.noneText')} /> : (
          <>
            <Table.ScrollContainer minWidth={760}>
              <Table verticalSpacing="xs" aria-label={t('tab.interventions')}>
                <Table.Thead>
                  <Table.Tr><Table.Th w="22%">{t('student')}</Table.Th><Table.Th w="36%">{t('fields:goal')}</Table.Th><Table.Th>{t('fields:ownerId')}</Table.Th><Table.Th>{t('fields:startDate')}</Table.Th><Table.Th w="20%">{t('status')}</Table.Th></Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td><StudentLinks students={[row.student]} /></Table.Td>
                      <Table.Td>
                        <UnstyledButton onClick={() => open(row.id)} className={classes.open}>
                          <Text span size="sm" fw={600} className={classes.title}>{t(`intervention.kind.${row.kind}`)}</Text>
                          <Text span size="sm" lineClamp={2}>{row.goal}</Text>
                        </UnstyledButton>
                        {row.followUps > 0 && <Text size="xs" c="dimmed">{t('log.count', { count: row.followUps })}</Text>}
                      </Table.Td>
                      <Table.Td>{row.owner}</Table.Td>
                      <Table.Td><DateText date={row.startDate} /></Table.Td>
                      <Table.Td><InterventionMarks intervention={row} /></Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <Pages page={page} total={total} onPage={setPage} />
          </>
        ))}
      </LoadState>
      {adding && <InterventionDialog intervention={null} onClose={() => setAdding(false)} />}
      {intervention && <InterventionView key={intervention} id={intervention} onClose={() => open()} />}
    </Stack>
  );
}
