/** One school day of an absence that is to be excused, as it stands. */
export interface ExcusedDay {
  date: string;
  /** To come, or passed without anybody having taken it. */
  isOpen: boolean;
  /** The whole-day mark in force is an absence that is not excused. */
  isAbsent: boolean;
  /** An excuse, or another office mark, stands for the whole day already. */
  isSettled: boolean;
  /** Lessons with an absence in force that is not excused. */
  lessons: readonly { sectionId: string; period: number }[];
}

/** A mark to write: for a whole day where `sectionId` is null. */
export interface ExcuseMark { date: string; sectionId: string | null; period: number | null }

/**
 * The office marks that excuse a range of days: for each whole-day absence and each lesson missed, and, with `ahead`, for days of which nothing
 * is known yet. A day on which the student was there, and one that the office has settled, stays as it is.
 */
export function planExcuse(days: readonly ExcusedDay[], ahead: boolean): ExcuseMark[] {
  return days.flatMap(({ date, isOpen, isAbsent, isSettled, lessons }) => [
    ...(isAbsent || (isOpen && ahead && !isSettled) ? [{ date, sectionId: null, period: null }] : []),
    ...lessons.map((lesson) => ({ date, ...lesson })),
  ]);
}
