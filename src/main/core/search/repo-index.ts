import { bandRanges, findLatestPostedTerm } from '../insight/index.ts';
import { localDate } from '../kernel/dates.ts';
import { findOpenYear } from '../settings/index.ts';
import type { Connection } from '../store/connection.ts';
import type { Writer } from '../store/writer.ts';
import { refreshStayCards } from '../enrolment/index.ts';
import { readTouchedStudents } from './repo-touched.ts';
import { rankedNames, wordsOf, type Searchable } from './rules-words.ts';

interface CardRow extends Omit<Searchable, 'contacts'> {
  studentId: string; sortKey: string; birthDate: string | null; archivedAt: number | null; contacts: string;
  level: string | null; division: string | null; lastAttendedDate: string | null; docId: number | null; markBands: number; markTermId: string | null;
}
/** Cards made at once. They are written in the order of names, so that a page of an index is fetched for many of them and not for each one anew. */
const batch = 20_000;
/** Changes to these entities can change what a student is found or listed by. */
const watched = ['student', 'person', 'contact_point', 'enrolment', 'homeroom_membership', 'posted_grade'];
/** Changes to these change every student's card. */
const watchedByAll = ['academic_year', 'term'];
/** So does a change of the bands of a scale that marks stand in; a new scale changes nobody's. */
const changesBands = `SELECT 1 FROM row_change r JOIN scale_band b ON b.id = r.rowId
  WHERE r.changeSetId = ? AND r.entity = 'scale_band' AND EXISTS (SELECT 1 FROM mark_count m WHERE m.scaleId = b.scaleId) LIMIT 1`;

/**
 * Brings the cards and words of every student that change set `id` touched up to date, in the same transaction: read from the journal,
 * so that edits, imports, undo and rollback need no care of their own.
 */
export function refreshSearch(db: Writer, id: number): void {
  const touched = db.all<{ entity: string }>('SELECT DISTINCT entity FROM row_change WHERE changeSetId = ?', [id]).map(({ entity }) => entity);
  if (touched.some((entity) => watchedByAll.includes(entity)) || (touched.includes('scale_band') && db.get(changesBands, [id]))) {
    rebuildCards(db);
    return;
  }
  if (!touched.some((entity) => watched.includes(entity))) return;
  refreshCards(db, readTouchedStudents(db, id));
}

/** Makes every card anew: after a migration, which may have given cards a column that only this program can fill. */
export function rebuildCards(db: Writer): void {
  refreshCards(db, db.all<{ id: string }>('SELECT id FROM student').map((row) => row.id));
}

/** Lets the index forget by what records were found before, once their cards are made anew: it marks removed words as gone, and drops them only when its parts are merged. */
export function forgetWords(db: Writer): void {
  db.run(`INSERT INTO search_words (search_words) VALUES ('optimize')`);
}

/** Standing that depends on the day: those whose last day has passed are no longer enrolled. Run at start and after midnight. */
export function refreshStanding(db: Connection, today: string): void {
  db.prepare(`UPDATE student_card SET status = 'left' WHERE status = 'enrolled' AND lastAttendedDate < ?`).run(today);
}

/** Makes the cards and words of some students anew. */
export function refreshCards(db: Writer, ids: readonly string[]): void {
  const yearId = findOpenYear(db)?.id ?? null;
  const termId = findLatestPostedTerm(db)?.id ?? null;
  const today = localDate(Date.now());
  for (let start = 0; start < ids.length; start += batch) {
    const chunk = JSON.stringify(ids.slice(start, start + batch));
    removeWords(db, chunk);
    const rows = readRows(db, chunk, yearId, termId).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    for (const row of rows) writeCard(db, row, today);
    db.run(
      `DELETE FROM student_card WHERE docId IN (SELECT c.docId FROM json_each(?) j CROSS JOIN student_card c ON c.studentId = j.value
         WHERE NOT EXISTS (SELECT 1 FROM student s WHERE s.id = c.studentId AND s.deletedAt IS NULL))`, [chunk]);
    refreshStayCards(db, chunk);
  }
}

/** Only what is there is deleted: a deletion of nothing makes the index write out the words that it has gathered so far. */
function removeWords(db: Writer, chunk: string): void {
  const docIds = db.all<{ docId: number }>('SELECT c.docId FROM json_each(?) j CROSS JOIN student_card c ON c.studentId = j.value', [chunk]).map(({ docId }) => docId);
  if (docIds.length > 0) db.run('DELETE FROM search_words WHERE rowid IN (SELECT value FROM json_each(?))', [JSON.stringify(docIds)]);
}

function readRows(db: Writer, chunk: string, yearId: string | null, termId: string | null): CardRow[] {
  return db.all<CardRow>(
    `WITH bands AS MATERIALIZED (${bandRanges})
     SELECT s.id AS studentId, s.studentNo, s.archivedAt, p.sortKey, p.birthDate,
       p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.preferred, e.level, e.division, e.lastAttendedDate, d.docId,
       coalesce((SELECT group_concat(value, char(10)) FROM contact_point WHERE personId = p.id AND kind <> 'address' AND endDate IS NULL AND deletedAt IS NULL), '') AS contacts,
       coalesce((SELECT sum(DISTINCT 1 << b.bit) FROM posted_grade g JOIN bands b ON b.scaleId = g.scaleId AND g.value >= b.threshold AND g.value < b.ceiling
         WHERE g.studentId = s.id AND g.termId = @termId AND g.deletedAt IS NULL AND g.replacedById IS NULL), 0) AS markBands, @termId AS markTermId
     FROM json_each(@chunk) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId
     LEFT JOIN student_card d ON d.studentId = s.id
     LEFT JOIN enrolment e ON e.id = (SELECT id FROM enrolment WHERE studentId = s.id AND yearId = @yearId AND deletedAt IS NULL ORDER BY entryDate DESC LIMIT 1)
     WHERE s.deletedAt IS NULL`, { chunk, yearId, termId });
}

function writeCard(db: Writer, row: CardRow, today: string): void {
  const hasLeft = row.lastAttendedDate !== null && row.lastAttendedDate < today;
  const status = row.archivedAt !== null ? 'archived' : row.level === null ? 'notEnrolled' : hasLeft ? 'left' : 'enrolled';
  const values = [row.sortKey, row.studentNo, row.birthDate, row.level, row.division, row.lastAttendedDate, status, row.markBands, row.markTermId, rankedNames(row), row.studentId];
  if (row.docId === null) {
    db.run('INSERT INTO student_card (sortKey, studentNo, birthDate, level, division, lastAttendedDate, status, markBands, markTermId, names, studentId) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', values);
  } else {
    db.run('UPDATE student_card SET sortKey = ?, studentNo = ?, birthDate = ?, level = ?, division = ?, lastAttendedDate = ?, status = ?, markBands = ?, markTermId = ?, names = ? WHERE studentId = ?', values);
  }
  const docId = row.docId ?? db.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  db.run('INSERT INTO search_words (rowid, words) VALUES (?, ?)', [docId, wordsOf({ ...row, contacts: row.contacts.split('\n').filter(Boolean) })]);
}
