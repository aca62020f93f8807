import type { Keep } from '#contract/schedules.ts';

/** A file that a run has left and that has not been deleted again. */
export interface LeftFile { id: string; folder: string; fileName: string; size: number; startedAt: number }
const day = 24 * 60 * 60_000;

/** The files of a schedule that go, out of all that it left, the latest first. The latest always stays. */
export function filesToGo(files: readonly LeftFile[], keep: Keep, now: number): LeftFile[] {
  if (keep.kind === 'all') return [];
  return files.filter(({ startedAt }, at) => at > 0 && (keep.kind === 'count' ? at >= keep.count : now - startedAt > keep.days * day));
}
