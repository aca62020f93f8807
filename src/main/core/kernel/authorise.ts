import type { Procedure } from '#contract/define.ts';
import { RollbookError } from '#contract/errors.ts';
import { holdsForSchool, permissionsOf, type Access } from '../access/access.ts';

/** A confirmed password counts this long for sensitive commands. */
const confirmedFor = 5 * 60_000;

/** Decides from the declaration alone whether the caller may make the call. Throws; whatever is not allowed here is denied. */
export function authorise(procedure: Procedure, access: Access | null, now: number): void {
  if (procedure.permission === 'public') return;
  if (!access) throw new RollbookError('notSignedIn');
  if (access.locked && !(procedure.kind === 'command' && procedure.whileLocked)) throw new RollbookError('locked');
  if (procedure.permission !== 'signedIn') {
    if (!permissionsOf(access).includes(procedure.permission)) throw new RollbookError('forbidden');
    if (procedure.scope === 'school' && !holdsForSchool(access, procedure.permission)) throw new RollbookError('forbidden');
  }
  const needsPassword = procedure.kind === 'command' && procedure.sensitive;
  if (needsPassword && (access.confirmedAt === null || now - access.confirmedAt > confirmedFor)) throw new RollbookError('confirmPassword');
}
