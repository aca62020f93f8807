import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '#contract/index.ts';

export type Choices = Output<'results.choices'>;
export type ChosenYear = Choices['years'][number];

/** What the screen shows, from the address; where that says nothing, what one looks for first: the latest posted term of the open year's first class. */
export function useChoice({ years }: Choices) {
  const search = useSearch({ from: '/results' });
  const navigate = useNavigate();
  const go = (next: Partial<typeof search>) => void navigate({ to: '/results', search: { ...search, ...next }, replace: true });
  const hasGrades = ({ terms }: ChosenYear) => terms.some(({ posted }) => posted);
  const withStudents = years.filter(({ divisions }) => divisions.length > 0);
  const year = years.find(({ id }) => id === search.year) ?? withStudents.find(hasGrades) ?? withStudents[0] ?? years[0];
  const posted = year?.terms.filter((term) => term.posted) ?? [];
  const ended = year?.status === 'closed';
  const usual = ended ? 'year' : posted.at(-1)?.id ?? year?.terms[0]?.id ?? 'year';
  const term = search.term !== undefined && (search.term === 'year' || year?.terms.some(({ id }) => id === search.term)) ? search.term : usual;
  const levels = [...new Set(year?.divisions.map(({ level }) => level))];
  const level = search.level !== undefined && levels.includes(search.level) ? search.level : levels[0] ?? null;
  const divisions = year?.divisions.filter((one) => one.level === level).map(({ division }) => division) ?? [];
  const asked = search.division ?? null;
  const division = asked !== null && divisions.includes(asked) ? asked : divisions[0] ?? null;
  return {
    years, year, term, termId: term === 'year' ? null : term, level, levels, division, divisions, tab: search.tab ?? 'class',
    /** The level as chosen: null for the whole school where a tab allows it. */
    chosenLevel: search.level === '' ? null : level,
    go,
  };
}
export type Choice = ReturnType<typeof useChoice>;
