export const weekdayKeys = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The key under which a weekday (1 Monday) has its name. */
export const weekdayKey = (weekday: number): (typeof weekdayKeys)[number] => weekdayKeys[weekday - 1] ?? '1';
