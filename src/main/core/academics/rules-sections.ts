/** A course that a division may have a section of. */
export interface PlannedCourse { id: string; code: string; level: string | null }

/**
 * The code of a section: the course's without its level, and the division, `ΑΛΓ-Α1`. A code that is taken gets a number.
 */
export function sectionCode(course: PlannedCourse, division: string, taken: ReadonlySet<string>): string {
  const base = course.level !== null && course.code.endsWith(`-${course.level}`) ? course.code.slice(0, -course.level.length - 1) : course.code;
  const code = `${base}-${division}`;
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? code : `${code} (${number})`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** The level of a course: its own, or what its code ends with (`ΑΛΓ-Α`). */
export const levelOf = ({ level, code }: PlannedCourse): string | null => level ?? (/-(\p{L}{1,3}\d?)$/u.exec(code)?.[1] ?? null);
