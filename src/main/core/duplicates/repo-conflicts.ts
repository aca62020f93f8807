import type { MergeConflict } from '#contract/duplicates.ts';
import type { Reader } from '../store/reader.ts';

/** The two whose records become one: students' and persons' ids. Student ids are empty for guardians. */
export interface Sides { winner: string; loser: string; winnerPerson: string; loserPerson: string }

const both = (table: string, same: string) =>
  `SELECT l.id, w.id AS winnerId FROM "${table}" l JOIN "${table}" w ON w.studentId = @winner AND w.deletedAt IS NULL AND ${same}
   WHERE l.studentId = @loser AND l.deletedAt IS NULL`;
const overlaps = (start: string, end: string) =>
  `l.${start} <= coalesce(w.${end}, '9999') AND w.${start} <= coalesce(l.${end}, '9999')`;
/** Stays share a day; an open one ends with its year. */
const stays = `SELECT l.id, w.id AS winnerId FROM enrolment l JOIN academic_year ly ON ly.id = l.yearId
  JOIN enrolment w ON w.studentId = @winner AND w.deletedAt IS NULL JOIN academic_year wy ON wy.id = w.yearId
  WHERE l.studentId = @loser AND l.deletedAt IS NULL
    AND l.entryDate <= coalesce(w.lastAttendedDate, wy.endDate) AND w.entryDate <= coalesce(l.lastAttendedDate, ly.endDate)`;

/** For each kind, the second record's rows that give way, each with the first record's row that stands. */
const rules: Record<MergeConflict, string> = {
  enrolment: stays,
  homeroom_membership: `SELECT l.id, w.id AS winnerId FROM homeroom_membership l LEFT JOIN homeroom_membership w ON w.studentId = @winner AND w.deletedAt IS NULL
      AND ${overlaps('startDate', 'endDate')}
    WHERE l.studentId = @loser AND l.deletedAt IS NULL AND (w.id IS NOT NULL OR l.enrolmentId IN (SELECT id FROM (${stays})))`,
  section_enrolment: both('section_enrolment', `w.sectionId = l.sectionId AND ${overlaps('startDate', 'endDate')}`),
  // One score for a student and an assessment, removed ones included: the file itself allows no second.
  score: `SELECT l.id, w.id AS winnerId FROM score l JOIN score w ON w.assessmentId = l.assessmentId AND w.studentId = @winner WHERE l.studentId = @loser AND l.deletedAt IS NULL`,
  posted_grade: both('posted_grade', 'w.sectionId = l.sectionId AND w.termId = l.termId AND w.replacedById IS NULL AND l.replacedById IS NULL'),
  attendance_mark: both('attendance_mark', 'w.date = l.date AND w.sectionId IS l.sectionId AND w.period IS l.period AND w.source = l.source'),
  custom_value: both('custom_value', 'w.fieldId = l.fieldId'),
  daily_performance: both('daily_performance', 'w.date = l.date AND w.categoryId = l.categoryId AND w.sectionId IS l.sectionId'),
  incident_student: both('incident_student', 'w.incidentId = l.incidentId'),
  // Two links between the same two people: of the student with a guardian, or of the guardian with a student.
  guardian_link: `SELECT l.id, w.id AS winnerId FROM guardian_link l JOIN guardian_link w ON w.deletedAt IS NULL AND w.id <> l.id
      AND ((l.studentId = @loser AND w.studentId = @winner AND w.personId IN (l.personId, iif(l.personId = @loserPerson, @winnerPerson, '')))
        OR (l.personId = @loserPerson AND w.personId = @winnerPerson AND w.studentId = l.studentId))
    WHERE (l.studentId = @loser OR l.personId = @loserPerson) AND l.deletedAt IS NULL`,
  household_member: `SELECT l.id, w.id AS winnerId FROM household_member l JOIN household_member w ON w.personId = @winnerPerson AND w.endDate IS NULL AND w.deletedAt IS NULL
    WHERE l.personId = @loserPerson AND l.endDate IS NULL AND l.deletedAt IS NULL`,
};

export interface GivesWay { entity: MergeConflict; rows: { id: string; winnerId: string | null }[] }
const kinds = Object.keys(rules) as MergeConflict[];

/** What of the second record stands beside the same of the first, each row once. */
export function readConflicts(db: Reader, sides: Sides): GivesWay[] {
  return kinds.flatMap((entity) => {
    const rows = new Map(db.all<{ id: string; winnerId: string | null }>(rules[entity], { ...sides }).map((row) => [row.id, row]));
    return rows.size === 0 ? [] : [{ entity, rows: [...rows.values()] }];
  });
}

/** Why two cannot become one at all: a message key, or null. */
export function findRefusal(db: Reader, kind: 'student' | 'guardian', { winnerPerson, loserPerson }: Sides): string | null {
  const staff = db.get<{ n: number }>('SELECT count(*) AS n FROM staff WHERE personId IN (?, ?)', [winnerPerson, loserPerson])?.n ?? 0;
  if (staff > 1) return 'merge.bothStaff';
  if (kind === 'guardian' && db.get('SELECT 1 FROM student WHERE personId IN (?, ?) AND deletedAt IS NULL', [winnerPerson, loserPerson])) return 'merge.isStudent';
  const related = db.get(
    `SELECT 1 FROM guardian_link g JOIN student s ON s.id = g.studentId
     WHERE g.deletedAt IS NULL AND ((g.personId = @a AND s.personId = @b) OR (g.personId = @b AND s.personId = @a))`, { a: winnerPerson, b: loserPerson });
  return related ? 'merge.related' : null;
}
