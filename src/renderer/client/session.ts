import { queryClient } from './cache.ts';
import { call } from './call.ts';
import { readGate, setGate } from './gate.ts';
import { toFailure } from './report.ts';

let lastUser: string | null = null;

/** Finds out from the program which gate stands now: first run, a missing key, sign-in, lock, or none. */
export async function refreshGate(): Promise<void> {
  try {
    const status = await queryClient.fetchQuery({ queryKey: ['setup.status', {}], queryFn: () => call('setup.status', {}), staleTime: 0 });
    if (status.state !== 'open') return setGate(status.state === 'absent' ? 'setup' : 'unlock');
    const me = await call('auth.me', {});
    // Answers that one user may see must not be shown to the next.
    if (lastUser !== null && lastUser !== me.user.id) forgetAnswers();
    lastUser = me.user.id;
    queryClient.setQueryData(['auth.me', {}], me);
    setGate(me.locked ? 'locked' : 'open');
  } catch (error) {
    const { code } = toFailure(error);
    // The call itself has moved the gate for these; anything else must not leave the window blank.
    if (['notSignedIn', 'locked', 'mustChange', 'vaultLocked', 'noSchool'].includes(code)) return;
    if (readGate() === 'unknown') setGate('unreachable');
  }
}

/** Opens the program after the lock screen, and asks again for what could not be answered meanwhile. */
export async function resumeSession(): Promise<void> {
  await refreshGate();
  void queryClient.invalidateQueries();
}

/** Locks this session: the program stays behind the lock screen. */
export async function lockSession(): Promise<void> {
  if (readGate() !== 'open') return;
  // The screen is covered at once, whatever the program answers: the user is already walking away.
  setGate('locked');
  await call('auth.lock', {});
}

/** Ends this session and forgets every answer of it. */
export async function signOut(): Promise<void> {
  try {
    await call('auth.signOut', {});
  } finally {
    leaveSession();
  }
}

/** Shows the sign-in screen with nothing of the session left in memory. */
export function leaveSession(): void {
  setGate('signIn');
  lastUser = null;
  forgetAnswers();
}

function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup.status' });
}
