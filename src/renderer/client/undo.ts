import type { ProcedureName } from '#contract/index.ts';
import { call } from './call.ts';
import { reportFailure } from './report.ts';
import { windowTasks } from './window-tasks.ts';

/** Takes back the user's own command, by default the latest, and says what happened. */
export async function undoOwn(id: number | null = null): Promise<boolean> {
  try {
    const answer = await call('history.undoOwn', { id });
    if (answer.undone) windowTasks()?.tellUndone(answer.procedure);
    else windowTasks()?.tellBlocked(answer.blockers);
    return answer.undone;
  } catch (error) {
    reportFailure(error);
    return false;
  }
}

/** Offers to take a change set back that a job has made: a command that answers at once offers it by itself. */
export function offerUndo(procedure: ProcedureName, changeSetId: number): void {
  windowTasks()?.offerUndo(procedure, changeSetId);
}
