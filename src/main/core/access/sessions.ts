import type { Output } from '#contract/index.ts';
import type { SessionRow } from './repo-sessions.ts';

type SessionView = Output<'auth.sessions'>['sessions'][number];

/** A session as people see it. */
export const viewSession = ({ id, device, createdAt, expiresAt, lockedAt }: SessionRow, ownId: string): SessionView =>
  ({ id, device, createdAt, expiresAt, locked: lockedAt !== null, isOwn: id === ownId });
