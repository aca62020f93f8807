import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { studentFilter, studentOrder, studentSorts, type StudentFilter } from '#contract/people.ts';
import { queryClient } from '../../../client/index.ts';
import type { GridOrder } from '../../../ui/grid/index.ts';

/** What was typed in the filter stays while the window is open. It may be a name, so it is never in the address; sign-out forgets it. */
const textKey = ['list.text'];
const typingPause = 120;

type Narrowing = Partial<Omit<StudentFilter, 'text'>>;

/** The list's filter and order: ids and codes in the address, typed text in memory only. */
export function useListFilter() {
  const search = useSearch({ from: '/students' });
  const navigate = useNavigate();
  const go = (next: typeof search) => void navigate({ to: '/students', search: next, replace: true });
  const [text, setText] = useState(() => queryClient.getQueryData<string>(textKey) ?? '');
  const [settled] = useDebouncedValue(text, typingPause);
  const { status, level, division, markBand, absentInWeek, asOf, by, descending } = search;
  const filter = useMemo(
    () => studentFilter.parse({ status, level, division, markBand, absentInWeek, asOf, text: settled.slice(0, 100) }),
    [status, level, division, markBand, absentInWeek, asOf, settled],
  );
  const order = useMemo(() => studentOrder.parse({ by, descending }), [by, descending]);

  const type = (next: string) => {
    setText(next);
    queryClient.setQueryData(textKey, next);
  };
  const narrow = (next: Narrowing) => go({ ...search, ...Object.fromEntries(Object.entries(next).map(([key, value]) => [key, value ?? undefined])) });
  const clear = () => {
    type('');
    go({ by, descending, asOf });
  };
  const sort = (next: GridOrder | null) => go({
    ...search, by: studentSorts.find((name) => name === next?.colId), descending: next?.descending || undefined,
  });
  const openDialog = (dialog: typeof search.dialog) => go({ ...search, dialog });

  const narrowed = text !== '' || Boolean((status && status !== 'enrolled') || level || division || markBand || absentInWeek);
  return { filter, order, text, type, narrow, clear, sort, narrowed, dialog: search.dialog, openDialog };
}

export type ListFilter = ReturnType<typeof useListFilter>;
