import { Group, NumberInput, Paper, Select, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { encodings, importSource, type ImportSource } from '#contract/exchange.ts';
import { targetNames, type ImportTarget } from '#contract/import-targets.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const settle = 500;

interface SourcePanelProps {
  source: ImportSource; target: ImportTarget; onChange: (source: ImportSource) => void; onTarget: (target: ImportTarget) => void;
  /** The latest year that two digits mean; undefined where the file has no such years. */
  latestYear: number | undefined; onLatestYear: (year: number) => void;
}

/** What the file is about and how it was read, and how to read it differently. */
export function SourcePanel({ source, target, onChange, onTarget, latestYear, onLatestYear }: SourcePanelProps) {
  const { t } = useTranslation('exchange');
  const change = (next: Partial<Record<keyof ImportSource, unknown>>) => onChange(importSource.parse({ ...source, ...next }));
  const changeYear = useDebouncedCallback(onLatestYear, settle);
  const changeHeader = useDebouncedCallback((row: number) => change({ headerRow: row - 1 }), settle);
  return (
    <Paper component="section" aria-label={t('source.title')}>
      <Title order={2} size="h3">{t('source.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('source.text', { format: t(`format.${source.format}`) })}</Text>
      <Group align="flex-start">
        <Select label={t('target.label')} description={t('target.text')} value={target} allowDeselect={false} w={270} inputWrapperOrder={['label', 'input', 'description']}
          data={targetNames.map((name) => ({ value: name, label: t(`target.${name}`) }))} onChange={(name) => { const chosen = targetNames.find((each) => each === name); if (chosen) onTarget(chosen); }} />
        {source.encoding !== null && (
          <Select label={t('source.encoding')} value={source.encoding} allowDeselect={false} w={230}
            data={encodings.map((value) => ({ value, label: t(`encoding.${value}`) }))} onChange={(encoding) => change({ encoding })} />
        )}
        {source.delimiter !== null && (
          <Select label={t('source.delimiter')} value={source.delimiter} allowDeselect={false} w={170}
            data={delimiters.map((value) => ({ value, label: t(`delimiter.${delimiterNames[value]}`) }))} onChange={(delimiter) => change({ delimiter })} />
        )}
        {source.sheets.length > 1 && (
          <Select label={t('source.sheet')} value={source.sheet} allowDeselect={false} w={230} data={source.sheets} onChange={(sheet) => change({ sheet, headerRow: 0 })} />
        )}
        <NumberInput key={source.headerRow} label={t('source.headerRow')} description={t('source.headerHint')} defaultValue={source.headerRow + 1} min={0} max={201} clampBehavior="strict" allowDecimal={false}
          w={210} inputWrapperOrder={['label', 'input', 'description']} onChange={(row) => typeof row === 'number' && row !== source.headerRow + 1 && changeHeader(row)} />
        {latestYear !== undefined && (
          <NumberInput key={`year ${latestYear}`} label={t('source.latestYear')} description={t('source.latestYearHint', { first: latestYear - 99, last: latestYear })} defaultValue={latestYear} min={2000} max={2099}
            clampBehavior="strict" allowDecimal={false} thousandSeparator="" w={250} inputWrapperOrder={['label', 'input', 'description']}
            onChange={(year) => typeof year === 'number' && year >= 2000 && year !== latestYear && changeYear(year)} />
        )}
      </Group>
    </Paper>
  );
}
