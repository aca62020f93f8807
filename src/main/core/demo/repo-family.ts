import { createHash } from 'node:crypto';
import type { Reader } from '../store/reader.ts';
import { guardianLink } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

export interface PlantedLink { id: string; personId: string; custody: number; noContact: number }

/** The person of a planted student. */
export function personOf(db: Reader, studentId: string): string {
  return db.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [studentId])?.personId ?? '';
}

/** A planted student's guardians, in the order in which they are called. */
export function linksOf(db: Reader, studentId: string): PlantedLink[] {
  return db.all<PlantedLink>('SELECT id, personId, custody, noContact FROM guardian_link WHERE studentId = ? ORDER BY priority', [studentId]);
}

/** Says of each no-contact order what it is, every second one with a last day. */
export function explainOrders(db: Writer, until: string): void {
  db.all<{ id: string }>('SELECT id FROM guardian_link WHERE noContact = 1 ORDER BY id').forEach(({ id }, at) => db.update(guardianLink, id, {
    noContactNote: 'Απόφαση Μονομελούς Πρωτοδικείου: όχι επικοινωνία και παραλαβή', noContactUntil: at % 2 === 0 ? null : until,
  }));
}

/** Keeps content by its hash, and returns the hash. */
export function keepContent(db: Writer, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex');
  db.run('INSERT INTO file_content (hash, data) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', [hash, Buffer.from(content)]);
  return hash;
}
