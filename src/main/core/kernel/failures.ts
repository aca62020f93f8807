import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { RollbookError, type Failure, type FieldError } from '#contract/errors.ts';

const messageKeys: Readonly<Record<string, string>> = { too_small: 'required', too_big: 'tooLong', invalid_type: 'required' };

/** Says per field what zod refused, as translation keys; zod's own text may quote what was typed, so it is never passed on. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => {
    const isKey = /^[a-z][A-Za-z]+$/.test(issue.message);
    return { path: issue.path.map(String).join('.'), messageKey: isKey ? issue.message : (messageKeys[issue.code] ?? 'invalidValue') };
  });
}

/** Turns anything thrown into what a door may answer. What is not ours becomes `internal` with a reference; only its kind and place are logged. */
export function toFailure(error: unknown, log: (message: string, detail: Record<string, string>) => void): Failure {
  if (error instanceof RollbookError) return error.failure;
  const reference = randomUUID().slice(0, 8);
  const kind = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_BUSY') return { code: 'busy', reference };
  // A stack names files and lines of the program; its first line, the message, may hold data and is dropped.
  const place = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 6).join(' |') : '';
  log('call failed', { reference, kind, code, place });
  return { code: 'internal', reference };
}
