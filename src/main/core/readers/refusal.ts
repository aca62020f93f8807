import { RollbookError } from '#contract/errors.ts';

/** Ways in which a file cannot be read; each is a translation key below `import.`. */
export type ReadRefusal =
  | 'fileTooLarge' | 'empty' | 'notATable' | 'passwordProtected' | 'tooManyRows' | 'tooManyColumns' | 'inflatesTooMuch' | 'sheetMissing'
  | 'jsonBroken' | 'jsonNoTable' | 'jsonTooDeep';

/** The error for a file that is readable in principle but not one to import. */
export function refuse(key: ReadRefusal, params?: Record<string, string | number>): RollbookError {
  return new RollbookError('refused', { messageKey: `import.${key}`, params });
}

/** The error for a file that says it is a workbook but is cut off or broken. */
export function damaged(): RollbookError {
  return new RollbookError('damagedFile', { messageKey: 'import.damaged' });
}
