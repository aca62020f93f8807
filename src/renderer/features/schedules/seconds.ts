/** Milliseconds as seconds with one decimal. */
export const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;
