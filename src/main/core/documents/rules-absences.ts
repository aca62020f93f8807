/** A mark as it stands in the records, with what its code means. Without section and period it is of the whole day. */
export interface AbsenceMark {
  date: string; sectionId: string | null; period: number | null; source: 'teacher' | 'office'; presence: string; excused: boolean;
  /** How much of the lesson counts as present. */
  fraction: number;
}
export interface AbsenceHours { excused: number; unexcused: number }

/** What a day without a timetable counts as, in lessons: the usual day of a Greek secondary school. */
export const usualLessons = 7;

/**
 * Hours of absence. The office's mark wins over the teacher's; a whole-day mark of the office wins over marks of lessons,
 * one of a teacher stands only where no lesson of the day was marked. `lessonsOn` says how many lessons a student has on a date.
 */
export function absenceHours(marks: readonly AbsenceMark[], lessonsOn: (date: string) => number): AbsenceHours {
  const days = new Map<string, Map<string, AbsenceMark>>();
  for (const mark of marks) {
    const day = days.get(mark.date) ?? new Map<string, AbsenceMark>();
    days.set(mark.date, day);
    const place = `${mark.sectionId ?? ''}#${mark.period ?? ''}`;
    const other = day.get(place);
    if (!other || other.source === 'teacher' || mark.source === 'office') day.set(place, mark);
  }
  const hours = { excused: 0, unexcused: 0 };
  for (const [date, day] of days) {
    const whole = day.get('#');
    const lessons = [...day].flatMap(([place, mark]) => (place === '#' ? [] : [mark]));
    if (whole && (whole.source === 'office' || lessons.length === 0)) addHours(hours, whole, lessonsOn(date));
    else for (const mark of lessons) addHours(hours, mark, 1);
  }
  return hours;
}

function addHours(hours: AbsenceHours, { presence, excused, fraction }: AbsenceMark, lessons: number): void {
  if (presence === 'present' || presence === 'notExpected') return;
  hours[excused ? 'excused' : 'unexcused'] += (1 - fraction) * lessons;
}

export interface AbsenceLimit { level: string | null; hours: number; counts: 'all' | 'unexcused' }

/** The limit that holds for a level: the level's own before the school's; null where there is none. */
export function limitFor(limits: readonly AbsenceLimit[], level: string): AbsenceLimit | null {
  return limits.find((limit) => limit.level === level) ?? limits.find((limit) => limit.level === null) ?? null;
}
