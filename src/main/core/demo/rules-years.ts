/** A term as the demonstration plans it. */
export interface TermPlan { nameEl: string; nameEn: string; startDate: string; endDate: string }
/** An academic year as the demonstration plans it. */
export interface YearPlan { label: string; startDate: string; endDate: string; status: 'open' | 'closed'; terms: readonly TermPlan[] }

function planYear(start: number, status: YearPlan['status']): YearPlan {
  const end = start + 1;
  return {
    label: `${start}-${String(end % 100).padStart(2, '0')}`, startDate: `${start}-09-11`, endDate: `${end}-06-15`, status,
    terms: [
      { nameEl: 'Α΄ τετράμηνο', nameEn: 'First term', startDate: `${start}-09-11`, endDate: `${end}-01-20` },
      { nameEl: 'Β΄ τετράμηνο', nameEn: 'Second term', startDate: `${end}-01-21`, endDate: `${end}-06-15` },
    ],
  };
}

/** Three years, oldest first: two closed ones and the one that began last on or before `today`, which is open. */
export function planYears(today: string): YearPlan[] {
  const calendarYear = Number(today.slice(0, 4));
  const current = today.slice(5) >= '09-11' ? calendarYear : calendarYear - 1;
  return [planYear(current - 2, 'closed'), planYear(current - 1, 'closed'), planYear(current, 'open')];
}
