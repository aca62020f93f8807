import { z } from 'zod';
import { duplicateReasons, type DuplicatePair } from '#contract/duplicates.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { Candidate } from './rules-similarity.ts';

type Kind = DuplicatePair['kind'];
export type PersonSummary = DuplicatePair['a'];
const reasonsForm = z.array(z.enum(duplicateReasons));

/** Present telephone numbers (digits only) and e-mails by person. */
function readContactKeys(db: Reader): Map<string, { emails: string[]; phones: string[] }> {
  const found = new Map<string, { emails: string[]; phones: string[] }>();
  for (const { personId, kind, value } of db.iterate<{ personId: string; kind: string; value: string }>(
    `SELECT personId, kind, value FROM contact_point WHERE kind IN ('email', 'phone', 'mobile') AND endDate IS NULL AND deletedAt IS NULL`)) {
    const own = found.get(personId) ?? { emails: [], phones: [] };
    if (kind === 'email') own.emails.push(value.trim().toLowerCase());
    else own.phones.push(value.replace(/\D/g, '').slice(-10));
    found.set(personId, own);
  }
  return found;
}

/** Everybody who may have a second record: students, archived ones too, or guardians. */
export function readCandidates(db: Reader): Record<Kind, Candidate[]> {
  const contacts = readContactKeys(db);
  const read = (source: string) => db.all<Omit<Candidate, 'emails' | 'phones'>>(
    `SELECT p.id AS personId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl, p.birthDate, p.nationalId FROM person p
     WHERE p.deletedAt IS NULL AND p.id IN (${source})`).map((row) => ({ ...row, ...(contacts.get(row.personId) ?? { emails: [], phones: [] }) }));
  return {
    student: read('SELECT personId FROM student WHERE deletedAt IS NULL'),
    guardian: read('SELECT personId FROM guardian_link WHERE deletedAt IS NULL AND personId NOT IN (SELECT personId FROM student)'),
  };
}

/** Pairs that somebody has found to be two people, as `a b` with the ids in order. */
export function readDismissed(db: Reader): Set<string> {
  return new Set(db.all<{ pair: string }>(`SELECT personA || ' ' || personB AS pair FROM not_duplicate WHERE deletedAt IS NULL`).map(({ pair }) => pair));
}

/** The key of a pair, whichever way round. */
export const pairOf = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

export interface StoredPair { personA: string; personB: string; kind: Kind; score: number; reasons: string[] }

/** Keeps what a search found in place of what the one before it did. */
export function savePairs(db: Writer, pairs: readonly StoredPair[], now: number): void {
  db.run('DELETE FROM duplicate_pair');
  for (const { personA, personB, kind, score, reasons } of pairs) {
    db.run('INSERT INTO duplicate_pair (personA, personB, kind, score, reasons, foundAt) VALUES (?, ?, ?, ?, ?, ?)',
      [personA, personB, kind, score, JSON.stringify(reasons), now]);
  }
}

/** Pairs that still await a decision: both are there, and nobody has said that they are two. */
const open = `FROM duplicate_pair d
  WHERE (@kind IS NULL OR d.kind = @kind)
    AND NOT EXISTS (SELECT 1 FROM not_duplicate n WHERE n.personA = d.personA AND n.personB = d.personB AND n.deletedAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id IN (d.personA, d.personB) AND p.deletedAt IS NOT NULL)
    AND 2 = (SELECT count(*) FROM person p WHERE p.id IN (d.personA, d.personB))`;

/** A page of the open pairs, likeliest first. */
export function readPairs(db: Reader, kind: Kind | null, paging: { offset: number; limit: number }): { total: number; rows: DuplicatePair[] } {
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${open}`, { kind })?.n ?? 0;
  const stored = db.all<{ personA: string; personB: string; kind: Kind; score: number; reasons: string }>(
    `SELECT d.personA, d.personB, d.kind, d.score, d.reasons ${open} ORDER BY d.score DESC, d.personA, d.personB LIMIT @limit OFFSET @offset`, { kind, ...paging });
  const people = readSummaries(db, stored.flatMap(({ personA, personB }) => [personA, personB]));
  return {
    total,
    rows: stored.flatMap(({ personA, personB, reasons, ...pair }) => {
      const a = people.get(personA), b = people.get(personB);
      return a && b ? [{ ...pair, a, b, reasons: reasonsForm.parse(JSON.parse(reasons)) }] : [];
    }),
  };
}

/** When the last search ended, in milliseconds since 1970; null: never. */
export function lastSearch(db: Reader): number | null {
  return db.get<{ at: number | null }>(`SELECT max(endedAt) AS at FROM job WHERE procedure = 'duplicates.find' AND state = 'done'`)?.at ?? null;
}

/** People as lists of pairs show them. */
export function readSummaries(db: Reader, personIds: readonly string[]): Map<string, PersonSummary> {
  const rows = db.all<Omit<PersonSummary, 'children'> & { children: string }>(
    `SELECT p.id AS personId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.birthDate, s.id AS studentId, s.studentNo, c.level, c.division,
       (SELECT json_group_array(cp.givenEl) FROM guardian_link g JOIN student cs ON cs.id = g.studentId AND cs.deletedAt IS NULL
         JOIN person cp ON cp.id = cs.personId WHERE g.personId = p.id AND g.deletedAt IS NULL) AS children
     FROM json_each(?) j CROSS JOIN person p ON p.id = j.value AND p.deletedAt IS NULL
     LEFT JOIN student s ON s.personId = p.id AND s.deletedAt IS NULL LEFT JOIN student_card c ON c.studentId = s.id`, [JSON.stringify([...new Set(personIds)])]);
  return new Map(rows.map(({ children, ...row }) => [row.personId, { ...row, children: z.array(z.string()).parse(JSON.parse(children)) }]));
}
