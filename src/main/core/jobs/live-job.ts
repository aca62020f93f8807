import { z } from 'zod';

/** A job under way in some thread, as the main process knows it. `done` of `total` in the job's own units. */
export interface LiveJob { id: string; userId: string; procedure: string; done: number; total: number; startedAt: number; subject: string | null }

const aboutOne = z.object({ id: z.uuid() });

/** The record that a call is about: the one that its input names. */
export const subjectOf = (input: unknown): string | null => aboutOne.safeParse(input).data?.id ?? null;
