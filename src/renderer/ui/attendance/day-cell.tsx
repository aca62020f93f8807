import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttendanceCell, DayState } from '#contract/attendance.ts';
import classes from './states.module.css';

/** What a day is marked with where it has no code of its own. */
const signs: Record<DayState, string> = { present: '·', late: '', partly: '', absent: '', excused: '', notExpected: '', unknown: '?', off: '', ahead: '' };

/** One day of a student: its colour, and the code's letters, so that nothing is said by colour alone. */
export function DayCell({ cell }: { cell: Pick<AttendanceCell, 'state' | 'code'> }) {
  const { t } = useTranslation('attendance');
  if (cell.state === 'off') return <span className={classes.cell} aria-label={t('state.off')} role="img" />;
  return (
    <span className={`${classes.cell} ${classes[cell.state]}`} role="img" aria-label={cell.code ? `${cell.code}, ${t(`state.${cell.state}`)}` : t(`state.${cell.state}`)} title={t(`state.${cell.state}`)}>
      <span aria-hidden>{cell.code ?? signs[cell.state]}</span>
    </span>
  );
}

const shown = ['present', 'late', 'partly', 'absent', 'excused', 'notExpected', 'unknown'] as const satisfies readonly DayState[];

/** What the colours mean. */
export function StateLegend() {
  const { t } = useTranslation('attendance');
  return (
    <Group gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('legend')}>
      {shown.map((state) => (
        <Group key={state} component="li" gap={5} wrap="nowrap">
          <span className={`${classes.cell} ${classes.small} ${classes[state]}`} aria-hidden />
          <Text span size="xs" c="dimmed">{t(`state.${state}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}
