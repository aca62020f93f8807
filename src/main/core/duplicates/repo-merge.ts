import type { MergeField } from '#contract/duplicates.ts';
import { journaledTables, references } from '../journal/index.ts';
import { addDays, readContacts } from '../people/index.ts';
import { sortKeyOf } from '../search/index.ts';
import type { Reader } from '../store/reader.ts';
import { contactPoint, person, postedGrade, sectionEnrolment, student } from '../store/schema/index.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import type { GivesWay, Sides } from './repo-conflicts.ts';

/** What stands on a record, by kind. */
export function countBelongings(db: Reader, studentId: string | null, personId: string): { entity: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { child, column, parent } of references) {
    const id = parent === 'student' ? studentId : parent === 'person' ? personId : null;
    if (id === null || child === 'student' || child === 'not_duplicate' || child === 'contact_point') continue;
    const n = db.get<{ n: number }>(`SELECT count(*) AS n FROM "${child}" WHERE "${column}" = ? AND deletedAt IS NULL`, [id])?.n ?? 0;
    if (n > 0) counts.set(child, (counts.get(child) ?? 0) + n);
  }
  return [...counts].map(([entity, count]) => ({ entity, count }));
}

export interface PersonRecord extends Record<Exclude<MergeField, 'email' | 'phone' | 'mobile' | 'address' | 'studentNo'>, string | null> {
  personId: string; studentId: string | null; studentNo: string | null; familyEl: string; givenEl: string; stamp: string;
}

/** A person with the facts that a merge chooses between. `stamp` changes with every edit of any of them. */
export function readPerson(db: Reader, personId: string): (PersonRecord & ReturnType<typeof readContacts>) | undefined {
  const row = db.get<PersonRecord>(
    `SELECT p.id AS personId, s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl, p.preferred, p.birthDate,
       p.sex, p.nationalId, p.changeSetId || '.' || coalesce(s.changeSetId, 0) || '.' || coalesce((SELECT max(changeSetId) FROM contact_point WHERE personId = p.id), 0)
         || '.' || coalesce((SELECT sum(rev) FROM contact_point WHERE personId = p.id), 0) AS stamp
     FROM person p LEFT JOIN student s ON s.personId = p.id AND s.deletedAt IS NULL WHERE p.id = ? AND p.deletedAt IS NULL`, [personId]);
  return row && { ...row, ...readContacts(db, personId) };
}

/** Lets every live row that refers to one record refer to another; returns how many. */
function repoint(db: Writer, stamp: Stamp, parent: string, from: string, to: string): number {
  let moved = 0;
  for (const { child, column } of references.filter((reference) => reference.parent === parent)) {
    // A student keeps the own person, which is removed together with the student; who was found to be two stays two.
    if (child === 'student' || child === 'not_duplicate' || child === 'contact_point') continue;
    moved += db.run(
      `UPDATE "${child}" SET "${column}" = @to, rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId WHERE "${column}" = @from AND deletedAt IS NULL`,
      { from, to, now: stamp.now, userId: stamp.userId, changeSetId: stamp.changeSetId });
  }
  return moved;
}

/** Takes the second record's rows out that give way. What stands on them (a consent on its guardian) passes to the row that stays. */
export function dropConflicts(db: Writer, stamp: Stamp, conflicts: readonly GivesWay[]): number {
  let dropped = 0;
  for (const { entity, rows } of conflicts) {
    const table = journaledTables.get(entity);
    if (!table) continue;
    for (const { id, winnerId } of rows) {
      if (entity === 'posted_grade' && winnerId !== null) {
        // A posted grade stays as it was given; the other one stands in its place.
        db.update(postedGrade, id, { replacedById: winnerId });
        continue;
      }
      if (entity === 'guardian_link' && winnerId !== null) repoint(db, stamp, 'guardian_link', id, winnerId);
      if (entity === 'section_enrolment' && winnerId !== null) joinPlaces(db, winnerId, id);
      db.remove(table, id);
      dropped += 1;
    }
  }
  return dropped;
}

/** One place in a section for the days of both. */
function joinPlaces(db: Writer, keptId: string, droppedId: string): void {
  const [kept, gone] = [keptId, droppedId].map((id) => db.get<{ startDate: string; endDate: string | null }>('SELECT startDate, endDate FROM section_enrolment WHERE id = ?', [id]));
  if (!kept || !gone) return;
  db.update(sectionEnrolment, keptId, {
    startDate: kept.startDate < gone.startDate ? kept.startDate : gone.startDate,
    endDate: kept.endDate === null || gone.endDate === null ? null : kept.endDate > gone.endDate ? kept.endDate : gone.endDate,
  });
}

const contactKinds = ['email', 'phone', 'mobile', 'address'] as const;

/** The chosen contact of each kind is the present one; the other is kept as an earlier one. */
function mergeContacts(db: Writer, sides: Sides, take: ReadonlySet<MergeField>, today: string): void {
  const rowsOf = (personId: string) => db.all<{ id: string; kind: (typeof contactKinds)[number]; value: string; endDate: string | null }>(
    'SELECT id, kind, value, endDate FROM contact_point WHERE personId = ? AND deletedAt IS NULL', [personId]);
  const kept = rowsOf(sides.winnerPerson);
  const yesterday = addDays(today, -1);
  for (const row of rowsOf(sides.loserPerson)) {
    const same = kept.some(({ kind, value, endDate }) => kind === row.kind && value === row.value && endDate === null);
    if (row.endDate === null && same) db.remove(contactPoint, row.id);
    else db.update(contactPoint, row.id, { personId: sides.winnerPerson, ...(row.endDate === null && !take.has(row.kind) ? { endDate: yesterday } : {}) });
  }
  for (const { id, kind, value, endDate } of kept) {
    const isChosen = !take.has(kind) || db.get(
      'SELECT 1 FROM contact_point WHERE personId = ? AND kind = ? AND id <> ? AND endDate IS NULL AND deletedAt IS NULL', [sides.winnerPerson, kind, id]) === undefined;
    if (endDate === null && value !== '' && !isChosen) db.update(contactPoint, id, { endDate: yesterday });
  }
}

/** Moves everything from the second record to the first, takes the chosen values over, and removes the second. Returns how many rows moved. */
export function mergeRecords(db: Writer, stamp: Stamp, sides: Sides, take: ReadonlySet<MergeField>, today: string): number {
  const loser = readPerson(db, sides.loserPerson), winner = readPerson(db, sides.winnerPerson);
  if (!loser || !winner) throw new Error('a side is missing');
  mergeContacts(db, sides, take, today);
  let moved = 0;
  if (sides.loser) {
    moved += repoint(db, stamp, 'student', sides.loser, sides.winner);
    db.remove(student, sides.loser);
    if (take.has('studentNo') && loser.studentNo) db.update(student, sides.winner, { studentNo: loser.studentNo });
  }
  moved += repoint(db, stamp, 'person', sides.loserPerson, sides.winnerPerson);
  db.remove(person, sides.loserPerson);
  const from = <K extends keyof PersonRecord & MergeField>(field: K) => (take.has(field) ? loser[field] : winner[field]);
  const familyEl = from('familyEl') ?? winner.familyEl, givenEl = from('givenEl') ?? winner.givenEl;
  const sex = from('sex');
  db.update(person, sides.winnerPerson, {
    familyEl, givenEl, sortKey: sortKeyOf(familyEl, givenEl), familyLatin: from('familyLatin'), givenLatin: from('givenLatin'), fatherEl: from('fatherEl'),
    motherEl: from('motherEl'), preferred: from('preferred'), birthDate: from('birthDate'), nationalId: from('nationalId'),
    sex: sex === 'female' || sex === 'male' || sex === 'other' ? sex : null,
  });
  return moved;
}
