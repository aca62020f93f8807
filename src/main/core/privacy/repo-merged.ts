import type { Reader } from '../store/reader.ts';

/** Records that stay whatever is erased, so that a merge can be read from them for ever. */
const moved = ['enrolment', 'section_enrolment', 'posted_grade', 'transcript_line', 'issued_document'] as const;
/** Rows that an erasure may have taken: they tell of a merge where the student had nothing else. */
const alsoMoved = ['note', 'guardian_link', 'health_alert', 'consent', 'attachment', 'custom_value', 'attendance_mark', 'contact_log', 'score', 'highlight', 'daily_performance'] as const;

/** A record that was merged into another: what gave way in the merge still hangs on it, removed but in the file. */
export interface Merged { winner: string; loser: string }

/** Students who were merged into others, with whom they belong to now; who was merged twice over belongs to the last. */
export function readMerged(db: Reader): Merged[] {
  const merges = db.get('SELECT 1 FROM change_set WHERE procedure = \'duplicates.merge\' AND undoneBy IS NULL LIMIT 1');
  if (!merges) return [];
  const parts = [...moved, ...alsoMoved].map((table) =>
    `SELECT r.before ->> 'studentId' AS loser, x.studentId AS winner FROM change_set c CROSS JOIN row_change r ON r.changeSetId = c.id AND r.entity = '${table}' AND r.action = 'U'
     CROSS JOIN "${table}" x ON x.id = r.rowId WHERE c.procedure = 'duplicates.merge' AND c.undoneBy IS NULL AND r.before ->> 'studentId' IS NOT NULL`);
  const pairs = db.all<Merged>(`SELECT DISTINCT loser, winner FROM (${parts.join(' UNION ALL ')}) WHERE loser <> winner`);
  const into = new Map(pairs.map(({ loser, winner }) => [loser, winner]));
  return pairs.map(({ loser, winner }) => {
    const seen = new Set([loser]);
    let last = winner;
    for (let next = into.get(last); next !== undefined && !seen.has(last); next = into.get(last)) {
      seen.add(last);
      last = next;
    }
    return { loser, winner: last };
  }).filter(({ loser, winner }) => loser !== winner);
}
