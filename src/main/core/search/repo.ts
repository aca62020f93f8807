import type { SearchHit } from '#contract/search.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

const hitColumns = `c.studentId AS id, c.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, c.level, c.division, c.status`;
const joins = 'CROSS JOIN student s ON s.id = c.studentId CROSS JOIN person p ON p.id = s.personId';

/** A hit without what is looked up for it afterwards. */
export type FoundStudent = Omit<SearchHit, 'noContact'>;
/** What a candidate is ranked by; all of it stands on its card. */
export interface Candidate { docId: number; names: string; sortKey: string; studentNo: string; status: string }

/** Students whose words match an FTS5 expression, at most `limit`, latest first: ranking is done by the caller on this bounded set. */
export function findCandidates(db: Reader, match: string, scope: RowScope, limit: number): Candidate[] {
  const condition = studentsInScope(scope, 'c.studentId');
  return db.all<Candidate>(
    `SELECT c.docId, c.names, c.sortKey, c.studentNo, c.status FROM search_words w CROSS JOIN student_card c ON c.docId = w.rowid
     WHERE search_words MATCH @match AND ${condition.sql} ORDER BY w.rowid DESC LIMIT @limit`, { match, limit, ...condition.params });
}

/** The students of some cards, in the order given. */
export function readHits(db: Reader, docIds: readonly number[]): FoundStudent[] {
  return db.all<FoundStudent>(
    `SELECT ${hitColumns} FROM json_each(?) j CROSS JOIN student_card c ON c.docId = j.value ${joins} ORDER BY j.key`, [JSON.stringify(docIds)]);
}

/** Every word that some student is found by; without numbers and what contains one, as school e-mail addresses do: nearly each is of one student, and nobody mistypes it into another's. Digits come before letters. */
export function readVocabulary(db: Reader): string[] {
  return db.all<{ term: string }>(`SELECT term FROM search_terms WHERE term >= 'a' AND term NOT GLOB '*[0-9]*'`).map((row) => row.term);
}

/** The number of the latest change set: what was read before it may be out of date. */
export function latestChange(db: Reader): number {
  return db.get<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
}

/** The students that a user opened last, latest first. */
export function readRecent(db: Reader, userId: string, scope: RowScope, limit: number): FoundStudent[] {
  const condition = studentsInScope(scope, 'c.studentId');
  return db.all<FoundStudent>(
    `SELECT ${hitColumns} FROM recent_record r JOIN student_card c ON c.studentId = r.studentId ${joins}
     WHERE r.userId = @userId AND ${condition.sql} ORDER BY r.openedAt DESC LIMIT @limit`, { userId, limit, ...condition.params });
}

/** Remembers that a user opened a student; the oldest beyond `keep` are forgotten. */
export function saveRecent(db: Writer, userId: string, studentId: string, now: number, keep: number): void {
  db.run(`INSERT INTO recent_record (userId, studentId, openedAt) VALUES (?, ?, ?)
    ON CONFLICT (userId, studentId) DO UPDATE SET openedAt = excluded.openedAt`, [userId, studentId, now]);
  db.run(`DELETE FROM recent_record WHERE userId = @userId AND openedAt <
    (SELECT min(openedAt) FROM (SELECT openedAt FROM recent_record WHERE userId = @userId ORDER BY openedAt DESC LIMIT @keep))`, { userId, keep });
}
