import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './rollover.module.css';
import { RulesDialog } from './rules-dialog.tsx';

/** The rules that hold at the end of the year, in words. */
export function RulesPanel({ start, yearEnd }: { start: Output<'rollover.start'>; yearEnd: string }) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const version = start.versions.find(({ validFrom }) => validFrom <= yearEnd);
  const rules = version?.rules ?? start.rules;
  const lines = [
    t('rules.sumOrder', { levels: rules.levels.join(' → ') }),
    t('rules.sumMean', { mean: format.number(rules.minimumMean), outOf: format.number(rules.outOf) }),
    rules.maxFailing !== null && t('rules.sumFailing', { count: rules.maxFailing }),
    rules.maxMissing > 0 && t('rules.sumMissing', { count: rules.maxMissing }),
    rules.absenceLimit && t('rules.sumAbsences'),
    t(`rules.${rules.divisions}`),
  ];
  return (
    <Paper component="section" aria-label={t('rules.title')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={6}>
          <Title order={2} size="h3">{t('rules.title')}</Title>
          <Text size="xs" c="dimmed">{version ? t('rules.since', { date: format.date(version.validFrom) }) : t('rules.proposal')}</Text>
          <ul className={classes.list}>{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>
        </Stack>
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>{t('rules.edit')}</Button>
      </Group>
      {editing && <RulesDialog rules={rules} versions={start.versions} validFrom={version?.validFrom ?? yearEnd} onClose={() => setEditing(false)} />}
    </Paper>
  );
}
