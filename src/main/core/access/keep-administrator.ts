import { RollbookError } from '#contract/errors.ts';
import type { Reader } from '../store/reader.ts';
import { hasAdministrator } from './repo-grants.ts';

const watched: ReadonlySet<string> = new Set(['user', 'role_grant']);

/** Refuses a change set that would leave the school without an administrator, whichever command or undo it comes from. */
export function refuseLosingAdministrator(db: Reader, entities: readonly string[], today: string): void {
  if (entities.some((entity) => watched.has(entity)) && !hasAdministrator(db, today)) throw new RollbookError('refused', { messageKey: 'lastAdministrator' });
}
