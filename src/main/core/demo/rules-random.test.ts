import { expect, it } from 'vitest';
import { orthodoxEaster } from '../academics/rules-holidays.ts';
import { isSchoolDay, schoolDays } from './rules-dates.ts';
import { feminineFamily } from './rules-family-name.ts';
import { createRandom } from './rules-random.ts';
import { planYears } from './rules-years.ts';

it('tells the same story for the same seed', () => {
  const tell = (seed: number) => { const random = createRandom(seed); return Array.from({ length: 20 }, () => random.int(1, 1000)); };
  expect(tell(7)).toEqual(tell(7));
  expect(tell(7)).not.toEqual(tell(8));
});

it.each([[2024, '2024-05-05'], [2025, '2025-04-20'], [2026, '2026-04-12'], [2027, '2027-05-02']])('finds Easter of %i', (year, date) => {
  expect(orthodoxEaster(year)).toBe(date);
});

it('keeps holidays free of lessons', () => {
  for (const day of ['2026-10-28', '2026-12-24', '2027-01-07', '2027-03-15', '2027-04-26', '2027-05-07', '2027-06-21', '2026-11-21']) {
    expect([day, isSchoolDay(day)]).toEqual([day, false]);
  }
  expect(isSchoolDay('2026-11-24')).toBe(true);
  expect(schoolDays('2025-09-11', '2026-06-15').length).toBeGreaterThan(150);
});

it.each([
  ['Παπαδόπουλος', 'Παπαδοπούλου'], ['Κωνσταντινίδης', 'Κωνσταντινίδου'], ['Γεωργιάδης', 'Γεωργιάδου'], ['Παπαδάκης', 'Παπαδάκη'],
  ['Μακρής', 'Μακρή'], ['Ρήγας', 'Ρήγα'], ['Παππάς', 'Παππά'], ['Βλάχος', 'Βλάχου'], ['Κατσαρός', 'Κατσαρού'], ['Νικολάου', 'Νικολάου'],
])('%s becomes %s', (masculine, feminine) => expect(feminineFamily(masculine)).toBe(feminine));

it('opens the year that began last', () => {
  expect(planYears('2026-11-24').map(({ label, status }) => `${label} ${status}`)).toEqual(['2024-25 closed', '2025-26 closed', '2026-27 open']);
  expect(planYears('2026-08-01').at(-1)?.label).toBe('2025-26');
});
