import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DayCell, writePerson } from '../../../ui/attendance/index.ts';
import { TextLink } from '../../../ui/index.ts';
import classes from './summary.module.css';

interface Props { summary: Output<'attendance.summary'>; label: string }

/** Students by days. */
export function SummaryGrid({ summary, label }: Props) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Box className={classes.box} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>{t('summary.student')}</th>
            {summary.dates.map((date) => <th key={date} scope="col">{format.shortDay(date)}</th>)}
            <th scope="col" className={classes.number}>{t('summary.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.students.map((student) => (
            <tr key={student.id}>
              <th scope="row"><TextLink to="/students/$studentId" params={{ studentId: student.id }} underline="hover">{writePerson(format, student)}</TextLink></th>
              {student.cells.map((cell) => <td key={cell.date}><DayCell cell={cell} /></td>)}
              <td className={classes.number}>{student.totals.rate === null ? '–' : format.percent(student.totals.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

const counts = ['daysPresent', 'daysAbsent', 'daysExcused', 'daysLate', 'daysUnknown', 'hoursUnexcused', 'hoursExcused'] as const;
const headings = { daysPresent: 'present', daysAbsent: 'absent', daysExcused: 'excused', daysLate: 'late', daysUnknown: 'unknown', hoursUnexcused: 'hoursUnexcused', hoursExcused: 'hoursExcused' } as const;

/** What the days add up to, student by student. */
export function SummaryTotals({ summary, label }: Props) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Box className={classes.box} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>{t('summary.student')}</th>
            <th scope="col" className={classes.number}>{t('summary.rate')}</th>
            {counts.map((count) => <th key={count} scope="col" className={classes.number}>{t(`summary.${headings[count]}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {summary.students.map((student) => (
            <tr key={student.id}>
              <th scope="row"><TextLink to="/students/$studentId" params={{ studentId: student.id }} underline="hover">{writePerson(format, student)}</TextLink></th>
              <td className={classes.number}>{student.totals.rate === null ? '–' : format.percent(student.totals.rate)}</td>
              {counts.map((count) => <td key={count} className={classes.number}>{format.number(student.totals[count])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
