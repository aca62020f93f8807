import type { Reader, Value } from '../store/reader.ts';
import type { Stamp } from '../store/writer.ts';
import type { Eraser } from './repo-erase.ts';
import { hasOtherRole } from './repo-kinds.ts';

/*
 * What an erasure on request takes besides whole records: single cells of what stays, and traces elsewhere.
 */

const mine = '(SELECT value FROM json_each(@ids))';
const listed = '(SELECT value FROM json_each(@list))';
const stamped = 'rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId';
const stampParams = ({ now, userId, changeSetId }: Stamp) => ({ now, userId, changeSetId });
const count = (db: Reader, sql: string, params: Record<string, Value>): number => db.get<{ n: number }>(sql, params)?.n ?? 0;

/** Own people of the students who are nothing else to the school. */
const ownPeople = `(SELECT s.personId FROM student s WHERE s.id IN ${mine} AND NOT ${hasOtherRole('s.personId')})`;
const hasMore = '(preferred IS NOT NULL OR nationalId IS NOT NULL)';

/** People of whom more is known than the register needs, and what other systems call them. The sex stays: documents are worded by it. */
export const countIdentities = (db: Reader, ids: string): number => count(db, `SELECT (SELECT count(*) FROM person WHERE id IN ${ownPeople} AND ${hasMore}) + (SELECT count(*) FROM source_id WHERE ownId IN ${mine}) AS n`, { ids });
/** Empties what the register does not need of a person: the preferred name, the identity number, and what other systems call the student. */
export function eraseIdentities({ db, stamp, ids }: Eraser): void {
  db.run(`UPDATE person SET preferred = NULL, nationalId = NULL, ${stamped} WHERE id IN ${ownPeople} AND ${hasMore}`, { ids, ...stampParams(stamp) });
  db.run(`DELETE FROM source_id WHERE ownId IN ${mine}`, { ids });
}

const reasoned = ['section_enrolment', 'homeroom_membership'] as const;
/** A place that ended with the stay has the stay's own code of leaving, which is no text. */
const isText = 'reason IS NOT NULL AND reason NOT IN (SELECT code FROM enrolment_code)';
const decided = ['rollover_override', 'legal_hold'] as const;
/** Reasons that were written for moves, decisions at the end of a year, and legal holds that are over. */
export function countReasons(db: Reader, ids: string): number {
  return count(db, `SELECT ${[...reasoned.map((table) => `(SELECT count(*) FROM "${table}" WHERE studentId IN ${mine} AND ${isText})`),
    ...decided.map((table) => `(SELECT count(*) FROM "${table}" WHERE studentId IN ${mine})`)].join(' + ')} AS n`, { ids });
}
/** Empties the reasons of moves and removes decisions and holds; the moves themselves are part of the stays. A hold that is live has stopped the erasure. */
export function eraseReasons({ db, stamp, ids }: Eraser): void {
  for (const table of reasoned) db.run(`UPDATE "${table}" SET reason = NULL, ${stamped} WHERE studentId IN ${mine} AND ${isText}`, { ids, ...stampParams(stamp) });
  for (const table of decided) db.run(`DELETE FROM "${table}" WHERE studentId IN ${mine}`, { ids });
}

/** Disclosures about nobody else: to whom and why stays, since recipients must be told of the erasure; what was told goes. */
const aboutNobodyElse = `SELECT x.disclosureId FROM disclosure_student x WHERE x.studentId IN ${mine}
  AND NOT EXISTS (SELECT 1 FROM disclosure_student o WHERE o.disclosureId = x.disclosureId AND o.deletedAt IS NULL AND o.studentId NOT IN ${mine})`;
const toldSomething = `id IN (${aboutNobodyElse}) AND (content <> '' OR note IS NOT NULL)`;
export const countDisclosures = (db: Reader, ids: string): number => count(db, `SELECT count(*) AS n FROM disclosure WHERE ${toldSomething}`, { ids });
export function eraseDisclosures({ db, stamp, ids }: Eraser): void {
  db.run(`UPDATE disclosure SET content = '', note = NULL, ${stamped} WHERE ${toldSomething}`, { ids, ...stampParams(stamp) });
}

/** Imports that wrote something of the students, and whose file or first rows are still kept. */
export function findImports(db: Reader, ids: string): string[] {
  return db.all<{ id: string }>(
    `SELECT i.id FROM import_job i JOIN stored_file f ON f.id = i.fileId WHERE (i.sample IS NOT NULL OR EXISTS (SELECT 1 FROM file_content c WHERE c.hash = f.hash))
       AND i.committedAs IN (SELECT r.changeSetId FROM (SELECT value AS id FROM json_each(@ids) UNION SELECT personId FROM student WHERE id IN ${mine}) x CROSS JOIN row_change r ON r.rowId = x.id)`,
    { ids }).map(({ id }) => id);
}
/** Drops the files of imports and the rows of them that were shown; that there was an import, and what it wrote, stays. */
export function eraseImports({ db, stamp }: Pick<Eraser, 'db' | 'stamp'>, imports: readonly string[]): void {
  if (imports.length === 0) return;
  const list = JSON.stringify(imports);
  db.run(`UPDATE import_job SET header = NULL, sample = NULL, options = NULL, ${stamped} WHERE id IN ${listed}`, { list, ...stampParams(stamp) });
  db.run(`DELETE FROM file_content WHERE hash IN (SELECT f.hash FROM import_job i JOIN stored_file f ON f.id = i.fileId WHERE i.id IN ${listed})
    AND NOT EXISTS (SELECT 1 FROM stored_file o WHERE o.hash = file_content.hash AND o.purpose <> 'import' AND o.deletedAt IS NULL)`, { list });
  // What an import said when it was taken back names people.
  db.run(`UPDATE job SET result = NULL WHERE procedure LIKE 'imports.%' AND state <> 'running'`);
}

/** Traces in tables that hold no records: who opened the student lately. */
export function forgetTraces({ db, ids }: Eraser): void {
  db.run(`DELETE FROM recent_record WHERE studentId IN ${mine}`, { ids });
  db.run(`DELETE FROM duplicate_pair WHERE personA IN (SELECT personId FROM student WHERE id IN ${mine}) OR personB IN (SELECT personId FROM student WHERE id IN ${mine})`, { ids });
}

/** Incidents in which others are as well. */
export const countSharedIncidents = (db: Reader, ids: string): number => count(db,
  `SELECT count(DISTINCT x.incidentId) AS n FROM incident_student x CROSS JOIN incident i ON i.id = x.incidentId AND i.deletedAt IS NULL
   WHERE x.studentId IN ${mine} AND x.deletedAt IS NULL AND EXISTS (SELECT 1 FROM incident_student o WHERE o.incidentId = x.incidentId AND o.deletedAt IS NULL AND o.studentId NOT IN ${mine})`, { ids });

/** What stays of a student whatever is erased. */
export function countKept(db: Reader, ids: string): { kind: 'register' | 'enrolments' | 'grades' | 'transcript' | 'documents' | 'disclosures'; rows: number }[] {
  const of = (table: string) => count(db, `SELECT count(*) AS n FROM "${table}" WHERE studentId IN ${mine} AND deletedAt IS NULL`, { ids });
  return [
    { kind: 'register', rows: 1 }, { kind: 'enrolments', rows: of('enrolment') }, { kind: 'grades', rows: of('posted_grade') }, { kind: 'transcript', rows: of('transcript_line') },
    { kind: 'documents', rows: of('issued_document') }, { kind: 'disclosures', rows: of('disclosure_student') },
  ];
}
