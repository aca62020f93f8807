import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon } from '@mantine/core';
import type { AttendanceCode, AttendanceLimit } from '#contract/attendance.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateText, LoadState, RowActions } from '../../../ui/index.ts';
import { CodeDialog } from './code-dialog.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { MeasuresForm } from './measures-form.tsx';

/** What the school decides about attendance: codes, limits, measures. */
export function SetupPanel() {
  const measures = useQueryOf('attendance.settings', {});
  return (
    <Stack>
      <CodesCard />
      <LimitsCard />
      <LoadState query={measures}>{(data) => <MeasuresForm key={data.rev} settings={data.settings} rev={data.rev} />}</LoadState>
    </Stack>
  );
}

function Card({ title, hint, action, children }: { title: string; hint: string; action: ReactNode; children: ReactNode }) {
  return (
    <Paper component="section" aria-label={title}>
      <Group justify="space-between" align="flex-start" mb="xs"><div><Title order={2} size="h3">{title}</Title><Text size="sm" c="dimmed">{hint}</Text></div>{action}</Group>
      {children}
    </Paper>
  );
}

const flags = ['excused', 'tardy', 'countsMembership', 'penalises', 'teacherMayUse'] as const;

function CodesCard() {
  const { t } = useTranslation(['attendance', 'fields', 'common']);
  const format = useFormat();
  const query = useQueryOf('attendance.codes', {});
  const archive = useCommand('attendance.archiveCode');
  const [edited, setEdited] = useState<AttendanceCode | 'new' | null>(null);
  return (
    <Card title={t('setup.codes')} hint={t('setup.codesHint')} action={<Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('setup.addCode')}</Button>}>
      <LoadState query={query}>
        {({ codes }) => (
          <>
            <Table.ScrollContainer minWidth={860}>
              <Table verticalSpacing={4} aria-label={t('setup.codes')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('fields:code')}</Table.Th><Table.Th>{t('fields:label')}</Table.Th><Table.Th>{t('fields:presence')}</Table.Th>
                    {flags.map((flag) => <Table.Th key={flag}>{t(`fields:${flag}`)}</Table.Th>)}
                    <Table.Th>{t('fields:officialCode')}</Table.Th><Table.Th aria-label={t('setup.actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {codes.map((code) => {
                    const name = pickName(format, code.labelEl, code.labelEn);
                    const archived = code.archivedAt !== null;
                    return (
                      <Table.Tr key={code.id}>
                        <Table.Th scope="row">{code.code}</Table.Th>
                        <Table.Td>{name} {archived && <Badge size="xs" variant="outline" tt="none" style={{ color: 'var(--mantine-color-text)' }}>{t('setup.archived')}</Badge>}</Table.Td>
                        <Table.Td>{t(`setup.presence.${code.presence}`)}</Table.Td>
                        {flags.map((flag) => <Table.Td key={flag}>{code[flag] ? t('setup.yes') : '–'}</Table.Td>)}
                        <Table.Td>{code.officialCode}</Table.Td>
                        <Table.Td>
                          <Group gap={4} wrap="nowrap" justify="flex-end">
                            <ActionIcon variant="subtle" aria-label={t('common:editWhat', { what: code.code })} onClick={() => setEdited(code)}><IconPencil size={16} aria-hidden /></ActionIcon>
                            <ActionIcon variant="subtle" color="gray" aria-label={t(archived ? 'setup.restoreWhat' : 'setup.archiveWhat', { what: code.code })}
                              onClick={() => archive.mutate({ id: code.id, rev: code.rev, archived: !archived })}>
                              {archived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
                            </ActionIcon>
                          </Group>
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {edited && <CodeDialog code={edited === 'new' ? null : edited} nextPosition={codes.length} onClose={() => setEdited(null)} />}
          </>
        )}
      </LoadState>
    </Card>
  );
}

function LimitsCard() {
  const { t } = useTranslation(['attendance', 'fields']);
  const format = useFormat();
  const query = useQueryOf('attendance.limits', {});
  const remove = useCommand('attendance.removeLimit');
  const [edited, setEdited] = useState<AttendanceLimit | 'new' | null>(null);
  return (
    <Card title={t('setup.limits')} hint={t('setup.limitsHint')} action={<Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('setup.addLimit')}</Button>}>
      <LoadState query={query}>
        {({ limits }) => (
          <Table verticalSpacing={4} aria-label={t('setup.limits')}>
            <Table.Thead>
              <Table.Tr>{(['name', 'level', 'hours', 'counts', 'validFrom', 'validTo', 'active'] as const).map((field) => <Table.Th key={field}>{t(`fields:${field}`)}</Table.Th>)}<Table.Th aria-label={t('setup.actions')} /></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {limits.map((limit) => (
                <Table.Tr key={limit.id}>
                  <Table.Th scope="row">{pickName(format, limit.nameEl, limit.nameEn)}</Table.Th><Table.Td>{limit.level ?? t('setup.everyLevel')}</Table.Td>
                  <Table.Td>{format.number(limit.hours)}</Table.Td><Table.Td>{t(`setup.counts.${limit.counts}`)}</Table.Td>
                  <Table.Td><DateText date={limit.validFrom} /></Table.Td><Table.Td><DateText date={limit.validTo} /></Table.Td><Table.Td>{limit.active ? t('setup.active') : t('setup.notActive')}</Table.Td>
                  <Table.Td><RowActions what={pickName(format, limit.nameEl, limit.nameEn)} onEdit={() => setEdited(limit)} onRemove={() => remove.mutate({ id: limit.id, rev: limit.rev })} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </LoadState>
      {edited && <LimitDialog limit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}
