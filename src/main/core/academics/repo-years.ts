import type { Term } from '#contract/academics.ts';
import type { Reader } from '../store/reader.ts';

export interface YearRecord { id: string; rev: number; label: string; startDate: string; endDate: string; status: 'planned' | 'open' | 'closed' }

/** All years, latest first, with how many sections each has. */
export function readYearRecords(db: Reader): (YearRecord & { sections: number })[] {
  return db.all(
    `SELECT y.id, y.rev, y.label, y.startDate, y.endDate, y.status,
       (SELECT count(*) FROM section s WHERE s.yearId = y.id AND s.deletedAt IS NULL) AS sections
     FROM academic_year y WHERE y.deletedAt IS NULL ORDER BY y.startDate DESC`);
}

/** One year; undefined when it does not exist. */
export function readYear(db: Reader, id: string): YearRecord | undefined {
  return db.get<YearRecord>('SELECT id, rev, label, startDate, endDate, status FROM academic_year WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** Whether another year, a removed one included, has a label: the file keeps labels apart. */
export function isLabelTaken(db: Reader, label: string, exceptId: string | null): boolean {
  return db.get('SELECT 1 FROM academic_year WHERE label = ? AND id <> ?', [label, exceptId ?? '']) !== undefined;
}

const termColumns = 'id, rev, yearId, parentId, type, nameEl, nameEn, startDate, endDate, weight, postingOpens, postingCloses, lockedAt';

/** The terms of a year (of all years without one), each before its parts. */
export function readTerms(db: Reader, yearId: string | null = null): Term[] {
  return yearId === null
    ? db.all<Term>(`SELECT ${termColumns} FROM term WHERE deletedAt IS NULL ORDER BY startDate, endDate DESC, id`)
    : db.all<Term>(`SELECT ${termColumns} FROM term WHERE yearId = ? AND deletedAt IS NULL ORDER BY startDate, endDate DESC, id`, [yearId]);
}

/** One term; undefined when it does not exist. */
export function readTerm(db: Reader, id: string): Term | undefined {
  return db.get<Term>(`SELECT ${termColumns} FROM term WHERE id = ? AND deletedAt IS NULL`, [id]);
}

/** Whether grades were posted for a term, or in any section of a year. */
export function hasGrades(db: Reader, of: { termId: string } | { sectionId: string }): boolean {
  return 'termId' in of
    ? db.get('SELECT 1 FROM posted_grade WHERE termId = ? AND deletedAt IS NULL AND replacedById IS NULL LIMIT 1', [of.termId]) !== undefined
    : db.get('SELECT 1 FROM posted_grade WHERE sectionId = ? AND deletedAt IS NULL LIMIT 1', [of.sectionId]) !== undefined;
}

/** Whether anybody is enrolled or anything taught in a year. */
export function isYearUsed(db: Reader, id: string): boolean {
  return db.get('SELECT 1 FROM section WHERE yearId = ? AND deletedAt IS NULL LIMIT 1', [id]) !== undefined
    || db.get('SELECT 1 FROM enrolment WHERE yearId = ? AND deletedAt IS NULL LIMIT 1', [id]) !== undefined;
}

/** What is not finished in a year, by kind: stays without an end, sections without a teacher or without a grade, terms that are not locked. */
export function countUnfinished(db: Reader, yearId: string): { openEnrolments: number; withoutTeacher: number; withoutGrades: number; unlockedTerms: number } {
  const one = (sql: string) => db.get<{ n: number }>(sql, [yearId])?.n ?? 0;
  return {
    openEnrolments: one('SELECT count(*) AS n FROM enrolment WHERE yearId = ? AND lastAttendedDate IS NULL AND deletedAt IS NULL'),
    withoutTeacher: one(`SELECT count(*) AS n FROM section s WHERE s.yearId = ? AND s.deletedAt IS NULL
      AND NOT EXISTS (SELECT 1 FROM section_staff x WHERE x.sectionId = s.id AND x.deletedAt IS NULL)`),
    withoutGrades: one(`SELECT count(*) AS n FROM section s WHERE s.yearId = ? AND s.deletedAt IS NULL
      AND EXISTS (SELECT 1 FROM section_enrolment e WHERE e.sectionId = s.id AND e.deletedAt IS NULL)
      AND NOT EXISTS (SELECT 1 FROM posted_grade g WHERE g.sectionId = s.id AND g.deletedAt IS NULL)`),
    unlockedTerms: one('SELECT count(*) AS n FROM term WHERE yearId = ? AND lockedAt IS NULL AND deletedAt IS NULL'),
  };
}
