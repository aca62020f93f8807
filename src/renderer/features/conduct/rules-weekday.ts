/** The weekday before or after an ISO date; Saturday and Sunday are passed over. */
export function shiftWeekday(date: string, step: 1 | -1): string {
  const at = new Date(`${date}T00:00:00Z`);
  do at.setUTCDate(at.getUTCDate() + step); while (at.getUTCDay() === 0 || at.getUTCDay() === 6);
  return at.toISOString().slice(0, 10);
}
