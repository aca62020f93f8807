/** What doors push to signed-in windows. Events name kinds of records, never people. */
export type AppEvent =
  | { type: 'changed'; entities: string[]; changeSetId: number }
  | { type: 'job'; jobId: string; userId: string; state: string; done: number; total: number }
  | { type: 'vault'; state: 'absent' | 'locked' | 'open' };
