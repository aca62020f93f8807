import type { RetentionKind } from '#contract/privacy.ts';
import type { Value } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import { hasOtherRole } from './repo-kinds.ts';

/*
 * Physical removal, by kind, for many students at once. The journal's triggers see each row go; what they kept of it is erased afterwards.
 * What refers to a row goes, or is taken off it, before the row.
 */

const mine = '(SELECT value FROM json_each(@ids))';
const listed = '(SELECT value FROM json_each(@list))';
const byStudent = (table: string) => `DELETE FROM "${table}" WHERE studentId IN ${mine}`;
const stamped = 'rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId';

/** A writable handle with the students whose records go. */
export interface Eraser { db: Writer; stamp: Stamp; ids: string }

const idsOf = (db: Writer, sql: string, params: Record<string, Value>): string[] => db.all<{ id: string }>(sql, params).map(({ id }) => id);
const stampParams = ({ now, userId, changeSetId }: Stamp) => ({ now, userId, changeSetId });

/** People who are nothing else to the school: no student, no guardian of a student who stays, no member of staff, no account. */
const isNobodyElse = `p.id NOT IN (SELECT personId FROM student WHERE personId = p.id) AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM user u WHERE u.personId = p.id)
  AND NOT EXISTS (SELECT 1 FROM guardian_link o WHERE o.personId = p.id AND o.deletedAt IS NULL AND o.studentId NOT IN ${mine})`;

function removePeople(db: Writer, people: readonly string[]): void {
  const list = JSON.stringify(people);
  db.run(`DELETE FROM contact_point WHERE personId IN ${listed}`, { list });
  leaveHouseholds(db, people);
  db.run(`DELETE FROM not_duplicate WHERE personA IN ${listed} OR personB IN ${listed}`, { list });
  db.run(`DELETE FROM duplicate_pair WHERE personA IN ${listed} OR personB IN ${listed}`, { list });
  db.run(`DELETE FROM person WHERE id IN ${listed}`, { list });
}

/** Takes people out of households. One in which nobody lives any more goes with its address. */
function leaveHouseholds(db: Writer, people: readonly string[]): void {
  const list = JSON.stringify(people);
  const households = idsOf(db, `SELECT DISTINCT householdId AS id FROM household_member WHERE personId IN ${listed}`, { list });
  db.run(`DELETE FROM household_member WHERE personId IN ${listed}`, { list });
  db.run(`DELETE FROM household WHERE id IN ${listed} AND NOT EXISTS (SELECT 1 FROM household_member m WHERE m.householdId = household.id)`, { list: JSON.stringify(households) });
}

function eraseGuardians({ db, stamp, ids }: Eraser): void {
  // A link that was moved in a merge names, in the journal, whom it led to before.
  const people = idsOf(db, `SELECT DISTINCT p.id FROM (
      SELECT personId AS id FROM guardian_link WHERE studentId IN ${mine}
      UNION SELECT r.before ->> 'personId' FROM guardian_link g CROSS JOIN row_change r ON r.rowId = g.id AND r.entity = 'guardian_link' WHERE g.studentId IN ${mine}
    ) f CROSS JOIN person p ON p.id = f.id WHERE ${isNobodyElse}`, { ids });
  const links = idsOf(db, `SELECT id FROM guardian_link WHERE studentId IN ${mine} UNION SELECT id FROM guardian_link WHERE personId IN ${listed}`, { ids, list: JSON.stringify(people) });
  const list = JSON.stringify(links);
  for (const table of ['consent', 'contact_log']) {
    db.run(`UPDATE "${table}" SET guardianLinkId = NULL, ${stamped} WHERE guardianLinkId IN ${listed}`, { list, ...stampParams(stamp) });
  }
  db.run(`DELETE FROM guardian_link WHERE id IN ${listed}`, { list });
  removePeople(db, people);
}

function eraseContacts({ db, ids }: Eraser): void {
  const people = idsOf(db, `SELECT s.personId AS id FROM student s WHERE s.id IN ${mine} AND NOT ${hasOtherRole('s.personId')}`, { ids });
  db.run(`DELETE FROM contact_point WHERE personId IN ${listed}`, { list: JSON.stringify(people) });
  leaveHouseholds(db, people);
}

function eraseConduct({ db, ids }: Eraser): void {
  // An incident goes when it is about nobody else; else what was written of it stays for the others, and only the student's part goes.
  const alone = idsOf(db, `SELECT DISTINCT i.id FROM incident_student x CROSS JOIN incident i ON i.id = x.incidentId
    WHERE x.studentId IN ${mine} AND (x.deletedAt IS NULL OR i.deletedAt IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM incident_student o WHERE o.incidentId = i.id AND o.deletedAt IS NULL AND o.studentId NOT IN ${mine})
      AND NOT EXISTS (SELECT 1 FROM intervention v WHERE v.incidentId = i.id AND v.studentId NOT IN ${mine})`, { ids });
  const params = { ids, list: JSON.stringify(alone) };
  db.run(`DELETE FROM follow_up WHERE incidentId IN ${listed}`, { list: params.list });
  db.run(`DELETE FROM follow_up WHERE interventionId IN (SELECT id FROM intervention WHERE studentId IN ${mine})`, { ids });
  db.run(byStudent('intervention'), { ids });
  db.run(`DELETE FROM incident_student WHERE studentId IN ${mine}`, { ids });
  db.run(`DELETE FROM incident_student WHERE incidentId IN ${listed}`, { list: params.list });
  db.run(`DELETE FROM incident WHERE id IN ${listed}`, { list: params.list });
  db.run(byStudent('daily_performance'), { ids });
  db.run(byStudent('highlight'), { ids });
}

function eraseAttachments({ db, stamp, ids }: Eraser): void {
  const files = idsOf(db, `SELECT DISTINCT fileId AS id FROM attachment WHERE studentId IN ${mine}`, { ids });
  db.run(`UPDATE attendance_mark SET attachmentId = NULL, ${stamped} WHERE studentId IN ${mine} AND attachmentId IS NOT NULL`, { ids, ...stampParams(stamp) });
  db.run(byStudent('attachment'), { ids });
  removeFiles(db, files);
}

/** Removes files that nothing refers to any more, and their contents where no other file has the same. */
export function removeFiles(db: Writer, files: readonly string[]): void {
  const list = JSON.stringify(files);
  const unused = `id IN ${listed} AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.fileId = stored_file.id) AND NOT EXISTS (SELECT 1 FROM issued_document d WHERE d.fileId = stored_file.id)
    AND NOT EXISTS (SELECT 1 FROM import_job i WHERE i.fileId = stored_file.id)`;
  const hashes = db.all<{ hash: string }>(`SELECT DISTINCT hash FROM stored_file WHERE ${unused}`, { list }).map(({ hash }) => hash);
  db.run(`DELETE FROM stored_file WHERE ${unused}`, { list });
  db.run(`DELETE FROM file_content WHERE hash IN ${listed} AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.hash = file_content.hash)`, { list: JSON.stringify(hashes) });
}

/** In the order in which they are carried out: what refers to others first. */
const steps: readonly [RetentionKind, (eraser: Eraser) => void][] = [
  ['attendance', ({ db, ids }) => { db.run(byStudent('contact_log'), { ids }); db.run(byStudent('attendance_mark'), { ids }); }],
  ['consents', ({ db, ids }) => { db.run(byStudent('consent'), { ids }); }],
  ['scores', ({ db, ids }) => { db.run(byStudent('score'), { ids }); }],
  ['customValues', ({ db, ids }) => { db.run(byStudent('custom_value'), { ids }); }],
  ['notes', ({ db, ids }) => { db.run(byStudent('note'), { ids }); }],
  ['health', ({ db, ids }) => { db.run(byStudent('health_alert'), { ids }); }],
  ['conduct', eraseConduct], ['attachments', eraseAttachments], ['guardians', eraseGuardians], ['contacts', eraseContacts],
];

/** Removes the students' records of some kinds from their tables. What the journal kept of them is still there: `repo-erase-journal.ts`. */
export function eraseKinds(eraser: Eraser, kinds: ReadonlySet<RetentionKind>): void {
  for (const [kind, step] of steps) if (kinds.has(kind)) step(eraser);
}
