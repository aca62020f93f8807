/** Wrong tries that cost nothing: everybody mistypes. */
const free = 2;
const firstWait = 2_000;
const longestWait = 15 * 60_000;

/** After how many wrong tries in a row an account is locked out, and for how many minutes. */
export interface LockRule { lockAfter: number; lockMinutes: number }

/** How long to wait after a number of wrong tries in a row, in milliseconds: 0, 0, 2 s, 4 s, 8 s ... 15 minutes, and once it is too many the time of the lockout. */
export function waitAfter(failures: number, { lockAfter, lockMinutes }: LockRule): number {
  const wait = failures <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (failures - free - 1));
  return failures >= lockAfter ? Math.max(wait, lockMinutes * 60_000) : wait;
}
