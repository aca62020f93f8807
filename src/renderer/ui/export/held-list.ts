import type { ExportFormat } from '#contract/exports.ts';
import type { ExportListInput } from './export-dialog.tsx';

/** A list as its export would have made it. */
export interface HeldList { list: ExportListInput; columns: string[]; format: ExportFormat }
let waiting: HeldList | null = null;

/** Keeps a list for the screen of the schedules, which is about to open. In no address: a filter may hold a part of a name. */
export function holdList(list: HeldList): void {
  waiting = list;
}

/** The list that was held before this screen opened, once. */
export function takeHeldList(): HeldList | null {
  const list = waiting;
  waiting = null;
  return list;
}
