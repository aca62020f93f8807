import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Input } from '#contract/index.ts';

/** What the audit is narrowed to: a filter as the program takes it, and how to change the address that holds it. */
export function useAuditSearch() {
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate();
  const { actorId = null, kind = null, resource = null, procedure = null, targetId = null, from = null, to = null } = search;
  const filter: Input<'audit.list'>['filter'] = { actorId, kind, resource, procedure, targetId, from, to };
  const go = (next: typeof search) => void navigate({ to: '/audit', search: { ...search, ...next }, replace: true });
  return {
    search, filter,
    isNarrowed: Object.values(filter).some((value) => value !== null),
    go,
    /** Narrows, and goes back to the first page. */
    narrow: (next: typeof search) => go({ page: undefined, ...next }),
    /** Opens an entry beside the list; going back closes it again. */
    open: (entry: number) => void navigate({ to: '/audit', search: { ...search, entry } }),
    clear: () => void navigate({ to: '/audit', search: {}, replace: true }),
  };
}
