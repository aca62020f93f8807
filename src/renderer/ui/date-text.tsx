import { useFormat } from '../i18n/format.ts';

/** A school-local date as people write it. */
export function DateText({ date, long }: { date: string | null; long?: boolean }) {
  const format = useFormat();
  return date ? <time dateTime={date}>{long ? format.longDate(date) : format.date(date)}</time> : null;
}

/** A moment (milliseconds since 1970) as date and time of this computer. */
export function MomentText({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{useFormat().moment(at)}</time>;
}
