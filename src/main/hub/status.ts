import type { ErrorCode } from '#contract/errors.ts';

/** The HTTP status of each way to fail; the body's `code` says it exactly. */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  unknownProcedure: 404, invalidInput: 422, notSignedIn: 401, locked: 423, mustChange: 403, previewing: 403, forbidden: 403, confirmPassword: 403, notFound: 404,
  conflict: 409, refused: 409, tooMany: 429, cancelled: 409, busy: 503, vaultLocked: 423, noSchool: 409, wrongKey: 403,
  damagedFile: 422, newerFile: 422, internal: 500,
};
