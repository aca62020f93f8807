import { QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { queryClient, refreshAfterChange } from './cache.ts';

afterEach(() => queryClient.clear());

/** An answer that a screen shows; returns how often it was asked for. */
function show(name: string): () => number {
  let asked = 0;
  new QueryObserver(queryClient, { queryKey: [name, {}], queryFn: () => (asked += 1), initialData: 0, staleTime: Infinity }).subscribe(() => undefined);
  return () => asked;
}

describe('what a change makes stale', () => {
  it.each(['role', 'role_grant', 'visibility_rule'])('is everything, and who one is, when a %s changes', (entity) => {
    const shown = ['auth.me', 'students.list', 'files.list'].map(show);
    queryClient.setQueryData(['health.list', {}], 'seen before');
    refreshAfterChange([entity]);
    expect(shown.map((asked) => asked())).toEqual([1, 1, 1]);
    expect(queryClient.getQueryData(['health.list', {}])).toBeUndefined();
  });

  it('is only what shows it, when a record changes', () => {
    const [notes, attendance] = ['notes.list', 'attendance.day'].map(show);
    queryClient.setQueryData(['health.list', {}], 'seen before');
    refreshAfterChange(['note']);
    expect([notes?.(), attendance?.()]).toEqual([1, 0]);
    expect(queryClient.getQueryData(['health.list', {}])).toBe('seen before');
  });
});
