import { RollbookError } from '#contract/errors.ts';
import type { Reader } from '../store/reader.ts';
import { findClosedYearWritten } from './repo-closed-years.ts';

/** Refuses a change set that wrote into a closed year without saying why. Called for every command, so that no procedure can forget it. */
export function refuseClosedYears(db: Reader, changeSetId: number): void {
  const year = findClosedYearWritten(db, changeSetId);
  if (year !== undefined) throw new RollbookError('refused', { messageKey: 'yearClosed', params: { year } });
}
