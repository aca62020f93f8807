/** What doors push to signed-in windows. Events name kinds of records, never people. */
export type AppEvent =
  | { type: 'changed'; entities: string[]; changeSetId: number }
  | { type: 'job'; jobId: string; userId: string; state: string; done: number; total: number }
  /** A preview began or ended, or the session was locked or unlocked: for every window of that session, and no other. The id is not the token and opens nothing. */
  | { type: 'session'; sessionId: string }
  | { type: 'vault'; state: 'absent' | 'locked' | 'open' };
