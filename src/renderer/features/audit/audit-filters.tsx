import { Button, Group, Pill, Select, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { auditKinds, auditResource } from '#contract/audit.ts';
import type { Output } from '#contract/index.ts';
import { resourceWords } from '#contract/permission-words.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { StudentPicker } from '../../ui/index.ts';
import { DateLimit } from './date-limit.tsx';
import { nameProcedure } from './describe-entry.ts';
import { useAuditSearch } from './use-audit-search.ts';

/** Narrows the audit by person, kind, area, action, dates and record. `of`: what the record in the address is called. */
export function AuditFilters({ of }: { of: Output<'audit.list'>['of'] | undefined }) {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();
  const may = useMay();
  const { search, narrow, clear, isNarrowed } = useAuditSearch();
  const choices = useQueryOf('audit.choices', {});
  const people = useMemo(() => (choices.data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name })), [choices.data]);
  const procedures = useMemo(
    () => (choices.data?.procedures ?? []).map((value) => ({ value, label: nameProcedure(value, format) })).toSorted((a, b) => format.compare(a.label, b.label)),
    [choices.data, format],
  );
  const choice = (name: 'person' | 'kind' | 'resource' | 'procedure', placeholder: string) =>
    ({ label: t(`filter.${name}`), placeholder, searchable: true, clearable: true, clearButtonProps: { 'aria-label': `${t('common:actions.clear')}: ${t(`filter.${name}`)}` } });
  return (
    <div role="search" aria-label={t('filter.label')} className="no-print">
      <Group gap="xs" align="flex-end">
        <Select {...choice('person', t('filter.anybody'))} w={165} data={people} value={search.actorId ?? null} onChange={(id) => narrow({ actorId: id ?? undefined })} />
        <Select {...choice('kind', t('filter.anyKind'))} w={160} data={auditKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={search.kind ?? null}
          onChange={(kind) => narrow({ kind: auditKinds.find((each) => each === kind) })} />
        <Select {...choice('resource', t('filter.anything'))} w={180} data={auditResource.options.map((value) => ({ value, label: resourceWords[value][format.language] }))} value={search.resource ?? null}
          onChange={(resource) => narrow({ resource: auditResource.safeParse(resource).data })} />
        <Select {...choice('procedure', t('filter.anyAction'))} w={195} data={procedures} value={search.procedure ?? null} onChange={(procedure) => narrow({ procedure: procedure ?? undefined })} />
        <DateLimit label={t('filter.from')} value={search.from} onChange={(from) => narrow({ from })} />
        <DateLimit label={t('filter.to')} value={search.to} onChange={(to) => narrow({ to })} />
        {may('students:view') && search.targetId === undefined && (
          <div style={{ width: 260 }}><StudentPicker label={t('filter.student')} value={[]} max={1} onChange={([student]) => { if (student) narrow({ targetId: student.id }); }} /></div>
        )}
        {search.targetId !== undefined && (
          <Group gap="xs" h={36}>
            <Text size="sm">{t('filter.only')}</Text>
            <Pill size="md" withRemoveButton onRemove={() => narrow({ targetId: undefined })} removeButtonProps={{ 'aria-label': t('filter.dropOnly'), 'aria-hidden': false, tabIndex: 0 }}>
              {of?.label ?? t('filter.aRecord')}
            </Pill>
          </Group>
        )}
        {isNarrowed && <Button variant="subtle" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={clear}>{t('filter.clear')}</Button>}
      </Group>
    </div>
  );
}
