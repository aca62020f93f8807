import { RollbookError } from '#contract/errors.ts';
import type { Reader } from '../store/reader.ts';
import { isCodeKnown } from './repo-codes.ts';

interface Codes { entryCode: string | null; exitCode?: string | null }

/** Throws at the field whose code is not one of the school's; a code that the stay has already may stay. */
export function mustKnowCodes(db: Reader, values: Codes, known: Codes | undefined, prefix = ''): void {
  const check = (kind: 'entry' | 'exit', field: 'entryCode' | 'exitCode') => {
    const code = values[field] ?? null;
    if (code === null || code === known?.[field] || isCodeKnown(db, kind, code)) return;
    throw new RollbookError('invalidInput', { fields: [{ path: `${prefix}${field}`, messageKey: 'codeUnknown' }] });
  };
  check('entry', 'entryCode');
  check('exit', 'exitCode');
}
