import type { Me, Preview } from '#contract/access.ts';
import { queryClient } from './cache.ts';
import { call } from './call.ts';
import { readGate } from './gate.ts';
import { reportFailure } from './report.ts';
import { resumeSession } from './session.ts';

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
  seeAs(await call('auth.me', {}));
}

function seeAs(me: Me): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup.status' && queryKey[0] !== 'auth.me' });
  queryClient.setQueryData(['auth.me', {}], me);
}

/** Some window of this session has begun or ended a preview, locked or unlocked: brings this one to where the session is. */
export async function followSession(): Promise<void> {
  const before = queryClient.getQueryData<Me>(['auth.me', {}]);
  try {
    const me = await call('auth.me', {});
    if (JSON.stringify(before?.preview) !== JSON.stringify(me.preview)) seeAs(me);
    // What went unanswered behind the lock screen is asked for again.
    if (readGate() === 'locked') await resumeSession();
  } catch (error) {
    // The call itself has moved the gate where the session is held or over.
    reportFailure(error);
  }
}
