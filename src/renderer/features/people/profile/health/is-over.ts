/** Whether a last day has passed, by this computer's calendar. */
export function isOver(lastDay: string | null): boolean {
  return lastDay !== null && lastDay < new Date().toLocaleDateString('sv-SE');
}
