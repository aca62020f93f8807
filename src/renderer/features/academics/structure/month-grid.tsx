import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { today } from '../names.ts';
import type { Year } from '../year-select.tsx';
import classes from './calendar.module.css';
import type { DayRange } from './calendar-tab.tsx';

type Day = Output<'calendar.get'>['days'][number];
export interface MonthGridProps { month: string; year: Year; days: readonly Day[]; label: string; onPick?: (range: DayRange) => void; onMonth: (first: string) => void }

const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function kindOf(day: Day | undefined, date: string): 'holiday' | 'short' | 'school' | 'weekend' | 'usual' {
  if (day) return !day.isSchoolDay ? 'holiday' : day.minutes === null ? 'school' : 'short';
  return weekdayOf(date) > 5 ? 'weekend' : 'usual';
}

/** One month as weeks. Arrows move by a day or a week, Shift chooses several, Enter or a click marks. */
export function MonthGrid({ month, year, days, label, onPick, onMonth }: MonthGridProps) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const marked = new Map(days.map((day) => [day.date, day]));
  const [at, setAt] = useState(month);
  const [anchor, setAnchor] = useState<string | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) host.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
    moved.current = false;
  }, [at, month]);
  const current = at.startsWith(month.slice(0, 7)) ? at : month;
  const range: DayRange = anchor === null ? { from: current, to: current } : anchor < current ? { from: anchor, to: current } : { from: current, to: anchor };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(current, step);
    if (next < year.startDate || next > year.endDate) return;
    setAnchor(event.shiftKey ? (anchor ?? current) : null);
    moved.current = true;
    setAt(next);
    if (!next.startsWith(month.slice(0, 7))) onMonth(`${next.slice(0, 7)}-01`);
  };
  const pick = (date: string, isLonger: boolean) => {
    if (!onPick) return;
    const from = isLonger ? current : range.from <= date && date <= range.to ? range.from : date;
    const to = isLonger || from === date ? date : range.to;
    setAt(date);
    setAnchor(null);
    onPick(from <= to ? { from, to } : { from: to, to: from });
  };
  const cells = Array.from({ length: 42 }, (_unused, i) => addDays(month, i + 1 - weekdayOf(month)));
  const weeks = Array.from({ length: 6 }, (_unused, i) => cells.slice(i * 7, i * 7 + 7)).filter((week) => week.some((date) => date.startsWith(month.slice(0, 7))));
  return (
    <div ref={host} role="group" aria-label={label} onKeyDown={press}>
      <div className={classes.grid} aria-hidden>{weekdays.map((day) => <div key={day} className={classes.head}>{t(`timetable.weekdaysShort.${day}`)}</div>)}</div>
      {weeks.map((week) => (
        <div key={week[0]} className={classes.grid} style={{ marginBottom: 3 }}>
          {week.map((date) => {
            const day = marked.get(date);
            const kind = kindOf(day, date);
            const inMonth = date.startsWith(month.slice(0, 7));
            const inYear = date >= year.startDate && date <= year.endDate;
            const name = day ? pickName(format, day.labelEl, day.labelEn) || t(`calendar.kind.${kind === 'weekend' || kind === 'usual' ? 'usual' : kind}`) : '';
            const isChosen = anchor !== null && date >= range.from && date <= range.to;
            const className = [classes.day, classes[kind], !inMonth && classes.outside, isChosen && classes.chosen].filter(Boolean).join(' ');
            const content = <><span className={date === today() ? classes.today : undefined}>{Number(date.slice(8))}</span>{name && <span className={classes.label}>{name}</span>}</>;
            if (!inMonth) return <div key={date} className={className} aria-hidden />;
            if (!onPick || !inYear) return <div key={date} className={className} style={inYear ? undefined : { opacity: 0.45 }} aria-hidden={inYear ? undefined : true}>{content}</div>;
            return (
              <button key={date} type="button" data-date={date} className={className} tabIndex={date === current ? 0 : -1} aria-pressed={isChosen}
                onClick={(event) => pick(date, event.shiftKey && event.detail > 0)}>
                {content}
                <VisuallyHidden> {[format.longDate(date), kind === 'weekend' && !name ? t('calendar.weekend') : ''].filter(Boolean).join(': ')}</VisuallyHidden>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
