import type { AppEvent } from '#contract/events.ts';
import { queryClient, refreshAfterChange } from './cache.ts';
import { readGate } from './gate.ts';
import { followSession } from './preview.ts';
import { refreshGate } from './session.ts';
import { transport } from './transport.ts';

type JobEvent = Extract<AppEvent, { type: 'job' }>;
const jobListeners = new Set<(event: JobEvent) => void>();

/** Hears every job's progress. Returns the function that ends it. */
export function subscribeJobs(listener: (event: JobEvent) => void): () => void {
  jobListeners.add(listener);
  return () => jobListeners.delete(listener);
}

function receive(event: AppEvent): void {
  // Behind the lock screen nothing would be answered; all is asked for again when it opens.
  if (event.type === 'changed' && readGate() === 'open') refreshAfterChange(event.entities);
  if (event.type === 'job') for (const listener of jobListeners) listener(event);
  if (event.type === 'session') void followSession();
  if (event.type === 'vault') void refreshGate();
}

/** Nothing was heard for a while: the session may have been locked or unlocked, and any record may have changed. */
async function catchUp(): Promise<void> {
  await followSession();
  if (readGate() === 'open') void queryClient.invalidateQueries();
}

/** Keeps this window up to date while somebody is signed in, behind the lock screen too: another window may open it. */
export function followEvents(): () => void {
  return transport.subscribe(receive, () => void catchUp());
}
