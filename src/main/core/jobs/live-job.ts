/** A job under way in some thread, as the main process knows it. `done` of `total` in the job's own units. */
export interface LiveJob { id: string; userId: string; procedure: string; done: number; total: number; startedAt: number }
