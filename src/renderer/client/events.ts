import type { AppEvent } from '#contract/events.ts';
import { queryClient, refreshAfterChange } from './cache.ts';
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
  if (event.type === 'changed') refreshAfterChange(event.entities);
  if (event.type === 'job') for (const listener of jobListeners) listener(event);
  if (event.type === 'vault') void refreshGate();
}

/** Keeps this window up to date while somebody is signed in. */
export function followEvents(): () => void {
  return transport.subscribe(receive, () => void queryClient.invalidateQueries());
}
