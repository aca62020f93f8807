import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#contract/duplicates.ts';
import { useFormat } from '../../i18n/format.ts';
import { writeFacts, writePerson } from './write-person.ts';

export interface PairListProps {
  pairs: DuplicatePair[];
  total: number;
  chosen: string;
  keyOf: (pair: DuplicatePair) => string;
  onChoose: (pair: DuplicatePair) => void;
  onMore: () => void;
}

/** The pairs that wait for a decision, likeliest first. */
export function PairList({ pairs, total, chosen, keyOf, onChoose, onMore }: PairListProps) {
  const { t } = useTranslation(['duplicates', 'common']);
  const format = useFormat();
  const words = { born: (date: string) => t('born', { date }), of: (children: string) => t('of', { children }) };
  return (
    <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('list')}>
      {pairs.map((pair) => (
        <li key={keyOf(pair)}>
          <UnstyledButton w="100%" p="sm" aria-current={keyOf(pair) === chosen || undefined} onClick={() => onChoose(pair)}
            style={{
              borderRadius: 'var(--mantine-radius-md)', border: '1px solid var(--rollbook-line)', background: 'var(--rollbook-surface)',
              ...(keyOf(pair) === chosen ? { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: -1 } : {}),
            }}>
            {[pair.a, pair.b].map((person) => (
              <div key={person.personId}>
                <Text size="sm" fw={550}>{writePerson(person)}</Text>
                <Text size="xs" c="dimmed">{writeFacts(format, person, words)}</Text>
              </div>
            ))}
            <Text size="xs" mt={4}>{t('score', { score: pair.score })}: {pair.reasons.map((reason) => t(`reason.${reason}`)).join(', ')}</Text>
          </UnstyledButton>
        </li>
      ))}
      {pairs.length < total && <li><Button variant="default" size="xs" disabled={pairs.length >= 500} onClick={onMore}>{t('common:actions.showMore')}</Button></li>}
    </Stack>
  );
}
