import { contactKinds } from '#contract/family.ts';
import type { Reader } from '../store/reader.ts';
import { contactPoint } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { addDays } from './rules-dates.ts';

type ContactKind = (typeof contactKinds)[number];
export type Contacts = Record<ContactKind, string | null>;
export interface DatedContact { id: string; kind: ContactKind; value: string; startDate: string | null; endDate: string | null }

/** How often a person's contacts were changed, for a `rev` that counts them in: also a change that was taken back gives a new number. */
export const contactRevs = (personId: string): string => `coalesce((SELECT sum(rev + 1) FROM contact_point WHERE personId = ${personId}), 0)`;

/** A person's present contacts by kind. */
export function readContacts(db: Reader, personId: string): Contacts {
  const contacts: Contacts = { email: null, phone: null, mobile: null, address: null };
  for (const row of db.all<{ kind: ContactKind; value: string }>(
    'SELECT kind, value FROM contact_point WHERE personId = ? AND endDate IS NULL AND deletedAt IS NULL ORDER BY id DESC', [personId])) contacts[row.kind] = row.value;
  return contacts;
}

/** A person's contacts with their days, the present ones first, then the latest. */
export function readDatedContacts(db: Reader, personId: string): DatedContact[] {
  return db.all<DatedContact>(
    `SELECT id, kind, value, startDate, endDate FROM contact_point WHERE personId = ? AND deletedAt IS NULL
     ORDER BY endDate IS NOT NULL, endDate DESC, kind, id DESC`, [personId]);
}

/**
 * Sets one contact as from a day: the one before ends the day before and stays to be looked up. One that began that same day was
 * a slip of the pen and is written over. Null: there is none from that day on.
 */
export function changeContact(db: Writer, personId: string, kind: ContactKind, value: string | null, from: string): void {
  const row = db.get<{ id: string; value: string; startDate: string | null }>(
    'SELECT id, value, startDate FROM contact_point WHERE personId = ? AND kind = ? AND endDate IS NULL AND deletedAt IS NULL ORDER BY id LIMIT 1', [personId, kind]);
  if ((row?.value ?? null) === value) return;
  const isFresh = row !== undefined && row.startDate !== null && row.startDate >= from;
  if (row && value && isFresh) db.update(contactPoint, row.id, { value });
  else {
    if (row && isFresh) db.remove(contactPoint, row.id);
    else if (row) db.update(contactPoint, row.id, { endDate: addDays(from, -1) });
    if (value) db.insert(contactPoint, { personId, kind, value, startDate: row ? from : null });
  }
}

/** Sets each contact given, as from `today`; one that is not given stays. */
export function writeContacts(db: Writer, personId: string, contacts: Partial<Contacts>, today: string): void {
  for (const kind of contactKinds) {
    const value = contacts[kind];
    if (value !== undefined) changeContact(db, personId, kind, value, today);
  }
}
