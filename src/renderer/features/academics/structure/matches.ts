const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ς/g, 'σ');

/** Whether a typed text is a part of any of these, accents and capitals aside. */
export const matches = (typed: string, ...texts: (string | null)[]): boolean => texts.some((text) => text !== null && fold(text).includes(fold(typed.trim())));
