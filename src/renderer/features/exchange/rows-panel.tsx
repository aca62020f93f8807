import { Group, Paper, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fates, type Fate } from '#contract/exchange.ts';
import { useFormat } from '../../i18n/format.ts';
import type { ImportData } from './import-page.tsx';
import { ProblemsDownload } from './problems-download.tsx';
import { RowsOf } from './rows-of.tsx';

const settle = 300;

interface RowsPanelProps { data: ImportData; busy: boolean; onMend: (edits: Record<string, string>) => void }

/** Every row of the file and what would become of it, in words; each can be mended where it stands. */
export function RowsPanel({ data, busy, onMend }: RowsPanelProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { counts, id, target } = data.import;
  const [chosen, setChosen] = useState<Fate | null>(null);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), settle);
  if (!counts) return null;
  const fate = chosen ?? fates.find((name) => counts[name] > 0) ?? 'create';
  return (
    <Paper component="section" aria-label={t('rows.title')} aria-busy={busy}>
      <Title order={2} size="h3" mb="sm">{t('rows.title')}</Title>
      <Group mb="sm" gap="sm">
        <SegmentedControl aria-label={t('rows.filter')} value={fate} onChange={(value) => setChosen(fates.find((name) => name === value) ?? null)}
          data={fates.map((name) => ({ value: name, label: `${t(`fate.${name}`)} (${format.number(counts[name])})` }))} />
        <TextInput aria-label={t('rows.search')} placeholder={t('rows.search')} value={typed} maxLength={100} leftSection={<IconSearch size={15} aria-hidden />} w={220}
          onChange={(event) => setTyped(event.currentTarget.value)} />
        {counts.refused > 0 && <ProblemsDownload id={id} disabled={busy} />}
      </Group>
      <RowsOf key={`${fate} ${text}`} id={id} target={target} fate={fate} text={text} mending={{ id, header: data.header, onMend }} />
    </Paper>
  );
}
