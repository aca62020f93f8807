import type { SchoolDraft } from '#contract/setup.ts';

type Calendar = Pick<SchoolDraft, 'year' | 'terms'>;

/** The Greek school year's usual days (month-day); each school may change them in the wizard. */
const usual = { start: '09-11', firstTermEnd: '01-20', secondTermStart: '01-21', end: '06-15' };
/** From July on people prepare the next year. */
const nextYearFrom = 7;

/** The school year to propose on a day (`2026-11-24`): two semesters of a Greek school. */
export function proposeYear(today: string, names: { first: Names; second: Names }): Calendar {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const first = month >= nextYearFrom ? year : year - 1;
  const next = first + 1;
  return {
    year: { label: `${first}-${String(next).slice(2)}`, startDate: `${first}-${usual.start}`, endDate: `${next}-${usual.end}` },
    terms: [
      { nameEl: names.first.el, nameEn: names.first.en, startDate: `${first}-${usual.start}`, endDate: `${next}-${usual.firstTermEnd}` },
      { nameEl: names.second.el, nameEn: names.second.en, startDate: `${next}-${usual.secondTermStart}`, endDate: `${next}-${usual.end}` },
    ],
  };
}

interface Names {
  el: string;
  en: string;
}
