import { RollbookError } from '#contract/errors.ts';
import type { Core } from './core/index.ts';

/** What is to be told of a check, and the exit code of the program: 0 only when the whole chain was recomputed and fits. */
export interface Told { line: string; code: 0 | 1 }

/** Has the journal checked from the command line, without a window, and closes the data again. */
export async function verifyJournal(opening: Promise<Core>): Promise<Told> {
  let core: Core | undefined;
  try {
    core = await opening;
    const { checked, brokenAt } = await core.verifyJournal();
    if (brokenAt !== null) return { line: `broken at change set ${brokenAt}`, code: 1 };
    return { line: `${checked} change sets checked, the chain is whole`, code: 0 };
  } catch (error) {
    return { line: `the journal could not be checked: ${error instanceof RollbookError ? error.failure.code : 'internal'}`, code: 1 };
  } finally {
    await core?.close();
  }
}
