import type { Crowded } from '#contract/enrolment.ts';
import type { Reader } from '../store/reader.ts';
import { crowdedBy, type Weights } from './rules-weigh.ts';

interface Room { key: string; name: string; capacity: number | null; taken: number }

/** What plans would fill beyond its capacity: classes, and divisions whose room has one. */
export function readCrowded(db: Reader, weights: Weights): Crowded[] {
  const asked = (map: Weights['sections']) => JSON.stringify([...map].filter(([, { begins }]) => begins > 0).map(([key, { date }]) => ({ key, date })));
  const sections = db.all<Room>(
    `SELECT s.id AS key, s.code AS name, s.capacity, (SELECT count(*) FROM section_enrolment p WHERE p.sectionId = s.id AND p.deletedAt IS NULL
       AND (p.endDate IS NULL OR p.endDate >= j.value ->> 'date')) AS taken
     FROM json_each(?) j CROSS JOIN section s ON s.id = j.value ->> 'key' ORDER BY s.code`, [asked(weights.sections)]);
  const divisions = db.all<Room>(
    `SELECT j.value ->> 'key' AS key, h.division AS name, h.capacity, (SELECT count(*) FROM homeroom_membership m WHERE m.yearId = h.yearId AND m.level = h.level
       AND m.division = h.division AND m.deletedAt IS NULL AND (m.endDate IS NULL OR m.endDate >= j.value ->> 'date')) AS taken
     FROM json_each(?) j CROSS JOIN homeroom h ON h.yearId || ' ' || h.level || ' ' || h.division = j.value ->> 'key' AND h.deletedAt IS NULL
     ORDER BY h.division`, [asked(weights.divisions)]);
  return [...crowdedBy(weights.divisions, divisions, 'division'), ...crowdedBy(weights.sections, sections, 'section')];
}

export interface SectionChoice {
  id: string; code: string; nameEl: string; nameEn: string; level: string | null; division: string | null; capacity: number | null; taken: number;
}

/** Classes to choose from, with how many have a place in them from a day on: those named, or the others of a class's course and year. */
export function readChoices(db: Reader, which: { ids: readonly string[] } | { othersOf: string }, date: string): SectionChoice[] {
  const ids = JSON.stringify('ids' in which ? which.ids : []);
  const condition = 'ids' in which ? 's.id IN (SELECT value FROM json_each(@ids))'
    : `(s.courseId, s.yearId) = (SELECT courseId, yearId FROM section WHERE id = @othersOf) AND s.id <> @othersOf`;
  return db.all<SectionChoice>(
    `SELECT s.id, s.code, c.nameEl, c.nameEn, s.level, s.division, s.capacity,
       (SELECT count(*) FROM section_enrolment p WHERE p.sectionId = s.id AND p.deletedAt IS NULL AND (p.endDate IS NULL OR p.endDate >= @date)) AS taken
     FROM section s JOIN course c ON c.id = s.courseId WHERE s.deletedAt IS NULL AND ${condition} ORDER BY s.code`,
    { ids, date, othersOf: 'othersOf' in which ? which.othersOf : null });
}
