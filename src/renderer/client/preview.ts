import type { Preview } from '#contract/access.ts';
import { queryClient } from './cache.ts';
import { call } from './call.ts';

/** Sees the program as a role or a person from here on. */
export async function startPreview(as: Preview): Promise<void> {
  await call('preview.start', { as });
  await lookAnew();
}

/** Sees the program as oneself again. */
export async function endPreview(): Promise<void> {
  await call('preview.end', {});
  await lookAnew();
}

/** Other eyes see other things: nothing that was answered before may stay in sight. Who one is changes last, and the window is drawn anew with it. */
async function lookAnew(): Promise<void> {
  const me = await call('auth.me', {});
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup.status' && queryKey[0] !== 'auth.me' });
  queryClient.setQueryData(['auth.me', {}], me);
}
