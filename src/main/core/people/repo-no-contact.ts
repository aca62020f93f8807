import type { Reader } from '../store/reader.ts';

/** A guardian whom the school must not call, write to, or hand the student to. */
export interface NoContact {
  studentId: string; guardianId: string; personId: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  relation: string; note: string | null;
  /** The order's last day; null: until it is lifted. */
  until: string | null;
}

/**
 * The no-contact orders in force on a day, by student. Whoever calls home, sends or hands out anything asks this first and leaves
 * these guardians out. The caller has already limited the students to what may be seen.
 */
export function readNoContact(db: Reader, studentIds: readonly string[], day: string): Map<string, NoContact[]> {
  const found = new Map<string, NoContact[]>();
  for (const row of db.all<NoContact>(
    `SELECT g.studentId, g.id AS guardianId, g.personId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, g.relation, g.noContactNote AS note, g.noContactUntil AS until
     FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.studentId = j.value CROSS JOIN person p ON p.id = g.personId
     WHERE g.noContact = 1 AND (g.noContactUntil IS NULL OR g.noContactUntil >= @day) AND g.deletedAt IS NULL ORDER BY g.priority, g.id`,
    { ids: JSON.stringify(studentIds), day })) {
    const of = found.get(row.studentId);
    if (of) of.push(row);
    else found.set(row.studentId, [row]);
  }
  return found;
}
