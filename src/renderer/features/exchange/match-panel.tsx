import { Checkbox, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping } from '#contract/exchange.ts';
import { matchWays, type MatchWay } from '#contract/import-options.ts';

interface MatchPanelProps { mapping: ImportMapping; match: readonly MatchWay[]; onChange: (match: MatchWay[]) => void }

/** By what the rows of a list of students are recognised as students of the school. */
export function MatchPanel({ mapping, match, onChange }: MatchPanelProps) {
  const { t } = useTranslation('exchange');
  // What was ticked stands at once; the file is read again with it meanwhile.
  const [ticked, setTicked] = useState(match);
  useEffect(() => setTicked(match), [match]);
  const has = (way: MatchWay) => way !== 'nationalId' || mapping.includes('nationalId');
  const set = (way: MatchWay, on: boolean) => {
    const ways = matchWays.filter((each) => (each === way ? on : ticked.includes(each)));
    setTicked(ways);
    onChange(ways);
  };
  return (
    <Paper component="section" aria-label={t('match.title')}>
      <Title order={2} size="h3">{t('match.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('match.text')}</Text>
      <Stack gap="xs">
        {mapping.includes('studentNo') && <Checkbox label={t('match.studentNo')} checked disabled />}
        {matchWays.map((way) => (
          <Checkbox key={way} label={t(`match.${way}`)} description={has(way) ? undefined : t('match.noColumn')} disabled={!has(way)} checked={has(way) && ticked.includes(way)}
            onChange={(event) => set(way, event.currentTarget.checked)} />
        ))}
      </Stack>
    </Paper>
  );
}
