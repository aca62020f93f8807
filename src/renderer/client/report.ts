import { RollbookError, type Failure } from '#contract/errors.ts';
import { windowTasks } from './window-tasks.ts';

/** Any thrown value as a failure that can be shown. */
export function toFailure(error: unknown): Failure {
  return error instanceof RollbookError ? error.failure : { code: 'internal' };
}

/** Shows a failure, except those that the user chose or that a screen of their own already covers. */
export function reportFailure(error: unknown): void {
  const failure = toFailure(error);
  const silent = ['cancelled', 'notSignedIn', 'locked', 'mustChange', 'vaultLocked', 'noSchool'];
  if (!silent.includes(failure.code)) windowTasks()?.tellFailure(failure);
}
