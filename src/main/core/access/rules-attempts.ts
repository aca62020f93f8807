/** Wrong tries that cost nothing: everybody mistypes. */
const free = 2;
const firstWait = 2_000;
const longestWait = 15 * 60_000;

/** How long to wait after a number of wrong tries in a row, in milliseconds: 0, 0, 2 s, 4 s, 8 s ... 15 minutes. */
export function waitAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (failures - free - 1));
}
