import { useNavigate, useSearch } from '@tanstack/react-router';

/** Today, school-local, as this computer has it. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');

/** The date so many days later (or, negative, earlier). */
export const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What the address says is shown, and how to show something else. */
export function useAttendanceSearch() {
  const search = useSearch({ from: '/attendance' });
  const navigate = useNavigate();
  type Search = typeof search;
  return {
    search, date: search.date ?? today(),
    /** Changes part of what is shown; `null`-like (undefined) values leave the address. */
    show: (change: Partial<Search>, replace = false) => void navigate({ to: '/attendance', search: { ...search, ...change }, replace }),
  };
}
