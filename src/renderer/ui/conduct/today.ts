/** Today as an ISO date of this computer. */
export const todayIso = (): string => new Date().toLocaleDateString('sv-SE');
