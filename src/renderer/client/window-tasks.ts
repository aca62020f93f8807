import type { Blocker } from '#contract/history.ts';
import type { Failure } from '#contract/errors.ts';
import type { ProcedureName } from '#contract/index.ts';

/** What calls need from the window around them: the visible parts, provided by `app/`. */
export interface WindowTasks {
  /** Asks for the password again; false when the user gives up. `own`: for what touches nobody but the user. */
  askPassword(own: boolean): Promise<boolean>;
  /** A command went through and can be taken back. */
  offerUndo(procedure: ProcedureName, changeSetId: number): void;
  tellUndone(procedure: string | null): void;
  tellBlocked(blockers: Blocker[]): void;
  tellFailure(failure: Failure): void;
}

let tasks: WindowTasks | null = null;

/** Gives calls their window; done once at start. */
export function provideWindowTasks(provided: WindowTasks): void {
  tasks = provided;
}

/** The window's tasks; null before it stands. */
export function windowTasks(): WindowTasks | null {
  return tasks;
}
