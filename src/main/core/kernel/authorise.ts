import type { Hold, Procedure } from '#contract/define.ts';
import { RollbookError, type ErrorCode } from '#contract/errors.ts';
import type { Permission } from '#contract/permissions.ts';
import { holds, holdsForSchool, type Access } from '../access/access.ts';

/** A confirmed password counts this long for sensitive commands. */
const confirmedFor = 5 * 60_000;

const refusals: Record<Hold, ErrorCode> = { locked: 'locked', mustChange: 'mustChange', preview: 'previewing' };

/** What keeps the caller's session from going on as usual, in the order in which it is told. */
function holdsOf(access: Access): Hold[] {
  return [...(access.locked ? ['locked' as const] : []), ...(access.mustChange ? ['mustChange' as const] : []), ...(access.preview ? ['preview' as const] : [])];
}

/** Decides from the declaration alone whether the caller may make such a call at all. Throws; whatever is not allowed here is denied. */
export function authorise(procedure: Procedure, access: Access | null, now: number): void {
  if (procedure.permission === 'public') return;
  if (!access) throw new RollbookError('notSignedIn');
  const stopped = holdsOf(access).find((hold) => !procedure.during?.includes(hold) && (hold !== 'preview' || procedure.kind === 'command'));
  if (stopped) throw new RollbookError(refusals[stopped]);
  const asked = permissionsAsked(procedure);
  if (asked.length > 0 && !asked.some((permission) => isHeld(procedure, access, permission))) throw new RollbookError('forbidden');
  const needsPassword = procedure.kind === 'command' && procedure.sensitive;
  if (needsPassword && (access.confirmedAt === null || now - access.confirmedAt > confirmedFor)) throw new RollbookError('confirmPassword');
}

/** The permission that this very call needs: of a save, whether it makes a new record decides. Null where none is asked. Throws `forbidden` without it. */
export function authoriseInput(procedure: Procedure, access: Access | null, input: unknown): Permission | null {
  if (procedure.permission === 'public' || procedure.permission === 'signedIn') return null;
  const isNew = typeof input === 'object' && input !== null && 'id' in input && input.id === null;
  const needed = procedure.kind === 'command' && procedure.creates && isNew ? procedure.creates : procedure.permission;
  if (!access || !isHeld(procedure, access, needed)) throw new RollbookError('forbidden');
  return needed;
}

function permissionsAsked(procedure: Procedure): Permission[] {
  if (procedure.permission === 'public' || procedure.permission === 'signedIn') return [];
  return procedure.kind === 'command' && procedure.creates ? [procedure.permission, procedure.creates] : [procedure.permission];
}

const isHeld = (procedure: Procedure, access: Access, permission: Permission) => (procedure.scope === 'school' ? holdsForSchool(access, permission) : holds(access, permission));
