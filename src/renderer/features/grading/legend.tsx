import { Group, Kbd, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeShortcut } from '../../platform/system.ts';
import { useLetters } from './grid/use-letters.ts';

const states = ['missing', 'exempt', 'excused', 'absent', 'incomplete'] as const;

/** What the letters and keys of the grid do. */
export function Legend() {
  const { t } = useTranslation('grading');
  const letters = useLetters();
  const keys = [
    ['type', t('legend.type')], ['enter', '↵'], ['f2', 'F2'], ['esc', 'Esc'], ['delete', 'Del'], ['range', '⇧ ←↑→↓'], ['copy', `${writeShortcut('C')} · ${writeShortcut('V')}`],
    ['fill', writeShortcut('D')], ['comment', '⇧ F2'], ['undo', writeShortcut('Z')], ['why', '↵'],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" maw={620}>
      <Stack gap={4}>
        <Text fw={600} size="sm">{t('legend.letters')}</Text>
        {states.map((state) => <Line key={state} keys={letters[state]} text={t(`state.${state}`)} />)}
        <Line keys={`15${letters.late}`} text={t('legend.lateHow')} />
      </Stack>
      <Stack gap={4}>
        <Text fw={600} size="sm">{t('legend.keys')}</Text>
        {keys.map(([key, shown]) => <Line key={key} keys={shown} text={key === 'type' ? t('legend.typeText') : t(`legend.${key}`)} />)}
      </Stack>
    </SimpleGrid>
  );
}

function Line({ keys, text }: { keys: string; text: string }) {
  return <Group gap="xs" wrap="nowrap" align="flex-start"><Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>{keys}</Kbd><Text size="sm">{text}</Text></Group>;
}
