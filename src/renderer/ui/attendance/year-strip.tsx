import { useTranslation } from 'react-i18next';
import type { AttendanceCell } from '#contract/attendance.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './states.module.css';

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const mondayOf = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) - (weekdayOf(date) - 1) * 86_400_000).toISOString().slice(0, 10);

/** A year as a strip of weeks, Monday at the top. A picture for the eye: the lists beside it say the same in words. */
export function YearStrip({ days, label }: { days: readonly AttendanceCell[]; label: string }) {
  const { t, i18n } = useTranslation('attendance');
  const format = useFormat();
  const weeks = [...new Set(days.map(({ date }) => mondayOf(date)))];
  const month = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  const monthOf = (monday: string) => month.format(new Date(`${monday}T00:00:00Z`));
  return (
    <div className={classes.strip} role="img" aria-label={label} lang={i18n.language}>
      {weeks.map((monday, index) => (
        <span key={monday} className={classes.month} style={{ gridRow: 1, gridColumn: index + 1 }} aria-hidden>
          {index === 0 || monthOf(weeks[index - 1] ?? '') !== monthOf(monday) ? monthOf(monday) : ''}
        </span>
      ))}
      {days.map((day) => (
        <span key={day.date} className={`${classes.cell} ${classes.small} ${classes[day.state]}`} aria-hidden
          style={{ gridRow: weekdayOf(day.date) + 1, gridColumn: weeks.indexOf(mondayOf(day.date)) + 1 }}
          title={`${format.date(day.date)}: ${t(`state.${day.state}`)}${day.code ? ` (${day.code})` : ''}`} />
      ))}
    </div>
  );
}
