import { contract, type CallResult, type Input, type ProcedureName } from '#contract/index.ts';
import type { Procedure } from '#contract/define.ts';
import { RollbookError, type Answer } from '#contract/errors.ts';
import { requireSignIn, setGate } from './gate.ts';
import { transport } from './transport.ts';
import { windowTasks } from './window-tasks.ts';

/** Calls a procedure; throws `RollbookError` with the door's failure. `quiet`: no offer of Undo, where one follows another as fast as one types. */
export async function call<K extends ProcedureName>(name: K, input: Input<K>, { quiet = false } = {}): Promise<CallResult<K>> {
  let answer = await transport.invoke(name, input);
  if (!answer.ok && answer.error.code === 'confirmPassword') {
    if (!(await windowTasks()?.askPassword(contract[name].scope === 'own'))) throw new RollbookError('cancelled');
    answer = await transport.invoke(name, input);
  }
  if (!answer.ok) throw refuse(answer);
  if (!quiet) offerUndo(name, answer.changeSetId);
  // The pipeline has parsed the output against this same contract; parsing 500 rows again would only cost time.
  return answer.value as CallResult<K>;
}

function offerUndo(name: ProcedureName, changeSetId: number | undefined): void {
  const procedure: Procedure = contract[name];
  // An undo says so itself, because it can also be refused.
  if (changeSetId === undefined || procedure.kind !== 'command' || !procedure.undoable || name.startsWith('history.')) return;
  windowTasks()?.offerUndo(name, changeSetId);
}

function refuse({ error }: Extract<Answer<unknown>, { ok: false }>): RollbookError {
  const { code, ...detail } = error;
  if (code === 'notSignedIn') requireSignIn();
  if (code === 'locked' || code === 'mustChange') setGate(code);
  if (code === 'vaultLocked') setGate('unlock');
  if (code === 'noSchool') setGate('setup');
  return new RollbookError(code, detail);
}
