/** Every way a call can fail. The window shows `errors.<code>`, or the more exact `messageKey`, in the user's language. */
export const errorCodes = [
  'unknownProcedure', 'invalidInput', 'notSignedIn', 'locked', 'mustChange', 'previewing', 'forbidden', 'confirmPassword', 'notFound', 'conflict',
  'refused', 'tooMany', 'cancelled', 'busy', 'vaultLocked', 'noSchool', 'wrongKey', 'damagedFile', 'newerFile', 'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one input field; `path` is dotted (`names.givenEl`), `messageKey` is a translation key. */
export interface FieldError {
  path: string;
  messageKey: string;
  params?: Record<string, string | number>;
}

/** The failure a door answers with. It never carries personal data. */
export interface Failure {
  code: ErrorCode;
  messageKey?: string;
  params?: Record<string, string | number>;
  fields?: FieldError[];
  /** Quote this to support: the same number stands in the log. */
  reference?: string;
}

export type Answer<T> = { ok: true; value: T; changeSetId?: number } | { ok: false; error: Failure };

/** Thrown inside the program, turned into a `Failure` at the pipeline's edge. */
export class RollbookError extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, detail: Omit<Failure, 'code'> = {}) {
    super(detail.messageKey ?? code);
    this.name = 'RollbookError';
    this.failure = { code, ...detail };
  }
}
