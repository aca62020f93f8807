import { ActionIcon, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { LoadState, RowActions } from '../../ui/index.ts';
import { ScaleDialog } from './scale-dialog.tsx';

export type Scale = Output<'scales.list'>['scales'][number];
type Version = Scale['earlier'][number];

/** The school's scales with their bands, and the versions that came before. */
export function ScalesPanel() {
  const { t } = useTranslation('results');
  const may = useMay();
  const query = useQueryOf('scales.list', {});
  const [edited, setEdited] = useState<Scale | 'new' | null>(null);
  return (
    <Stack style={{ overflow: 'auto' }} pb="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed" maw={760}>{t('scales.intro')}</Text>
        {may('grading:configure') && <Button style={{ flex: 'none' }} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('scales.add')}</Button>}
      </Group>
      <LoadState query={query} lines={12}>{({ scales }) => (
        <SimpleGrid cols={{ base: 1, md: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('tabs.scales')}>
          {scales.map((scale) => <li key={scale.id}><ScaleCard scale={scale} onEdit={() => setEdited(scale)} /></li>)}
        </SimpleGrid>
      )}</LoadState>
      {edited && <ScaleDialog scale={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

function ScaleCard({ scale, onEdit }: { scale: Scale; onEdit: () => void }) {
  const { t } = useTranslation(['results', 'common']);
  const format = useFormat();
  const may = useMay();
  const remove = useCommand('scales.remove');
  const name = pickName(format, scale.nameEl, scale.nameEn);
  // What stands in it stays: such a scale is ended, not removed.
  const keeps = scale.isUsed || scale.courses > 0 || scale.earlier.length > 0;
  const badge = (label: string) => <Badge variant="outline" color="gray" tt="none" fw={500} style={{ color: 'var(--mantine-color-text)' }}>{label}</Badge>;
  return (
    <Paper h="100%">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h3">{name}</Title>
        {may('grading:configure') && keeps && <ActionIcon variant="subtle" aria-label={t('common:editWhat', { what: name })} onClick={onEdit}><IconPencil size={16} aria-hidden /></ActionIcon>}
        {may('grading:configure') && !keeps && <RowActions what={name} onEdit={onEdit} onRemove={() => remove.mutate({ id: scale.id, rev: scale.rev })} />}
      </Group>
      <Text size="sm" c="dimmed">{t('scales.range', { min: format.number(scale.min), max: format.number(scale.max), step: format.number(scale.step), passMark: format.number(scale.passMark) })}</Text>
      <Group gap={6} my={6}>
        {badge(t(`scales.kind.${scale.kind}`))}
        {scale.isUsed && badge(t('scales.inUse'))}
        {scale.courses > 0 && badge(t('scales.courses', { count: scale.courses }))}
        {!scale.isCurrent && badge(t('scales.ended'))}
        {scale.validFrom && badge(t('scales.since', { date: format.date(scale.validFrom) }))}
      </Group>
      <Bands version={scale} />
      {scale.earlier.length > 0 && (
        <details>
          <summary><Text span size="sm">{t('scales.earlier', { count: scale.earlier.length })}</Text></summary>
          {scale.earlier.map((version) => (
            <div key={version.id}>
              <Text size="sm" mt={6} fw={500}>{version.validTo && t('scales.until', { date: format.date(version.validTo) })}</Text>
              <Bands version={version} />
            </div>
          ))}
        </details>
      )}
    </Paper>
  );
}

/** The bands of a scale on one line, each with where it begins. */
function Bands({ version }: { version: Version }) {
  const format = useFormat();
  return (
    <Text size="sm" style={{ lineHeight: 1.7 }}>
      {version.bands.map((band, index) => (
        <span key={band.id}>{index > 0 && ' · '}<Text span size="sm" fw={500}>{pickName(format, band.labelEl, band.labelEn)}</Text> {format.number(band.threshold)}</span>
      ))}
    </Text>
  );
}
