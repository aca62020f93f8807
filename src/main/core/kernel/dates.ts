/** The school-local date of an instant, `2026-09-11`, in this computer's time zone. */
export function localDate(now: number): string {
  const date = new Date(now);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The school-local time of an instant with its date, `2026-09-11 08:02:05`. */
export function localTime(now: number): string {
  return `${localDate(now)} ${new Date(now).toTimeString().slice(0, 8)}`;
}

/** The instant at which a school-local date begins, or a number of days later. */
export function startOfDay(date: string, plusDays = 0): number {
  const start = new Date(`${date}T00:00:00`);
  start.setDate(start.getDate() + plusDays);
  return start.getTime();
}
