import { profileContent, type ProfileContent } from '#contract/import-profiles.ts';
import { foldText } from '../search/index.ts';
import type { Reader } from '../store/reader.ts';
import { importProfile } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

interface Stored { id: string; rev: number; name: string; target: string; columns: string; options: string; source: string; createdAt: number; createdBy: string | null; updatedAt: number }
/** A profile as the store keeps it, its JSON read. */
export interface ImportProfile { id: string; rev: number; name: string; content: ProfileContent; createdAt: number; createdBy: string | null; updatedAt: number }

const select = `SELECT p.id, p.rev, p.name, p.target, p.columns, p.options, p.source, p.createdAt, p.updatedAt, (SELECT displayName FROM user WHERE id = p.createdBy) AS createdBy
  FROM import_profile p WHERE p.deletedAt IS NULL`;

function toProfile({ target, columns, options, source, ...row }: Stored): ImportProfile {
  return { ...row, content: profileContent.parse({ target, columns: JSON.parse(columns), options: JSON.parse(options), source: JSON.parse(source) }) };
}

function cellsOf({ target, columns, options, source }: ProfileContent) {
  return { target, columns: JSON.stringify(columns), options: JSON.stringify(options), source: JSON.stringify(source) };
}

/** Every profile, by name. */
export const readProfiles = (db: Reader): ImportProfile[] => db.all<Stored>(`${select} ORDER BY p.nameKey, p.id`).map(toProfile);

/** One profile; undefined when there is none. */
export function readProfile(db: Reader, id: string): ImportProfile | undefined {
  const row = db.get<Stored>(`${select} AND p.id = ?`, [id]);
  return row && toProfile(row);
}

/** Whether another profile has a name, accents and case apart. */
export function isNameTaken(db: Reader, name: string, exceptId: string | null): boolean {
  return db.get('SELECT 1 FROM import_profile WHERE nameKey = ? AND id <> ? AND deletedAt IS NULL', [foldText(name), exceptId ?? '']) !== undefined;
}

/** Adds a profile and returns its id. */
export function insertProfile(db: Writer, name: string, content: ProfileContent): string {
  return db.insert(importProfile, { name, nameKey: foldText(name), ...cellsOf(content) });
}

/** Writes a profile's name and, if given, what it says; returns the new `rev`. */
export function updateProfile(db: Writer, id: string, name: string, content: ProfileContent | null, rev: number | null): number {
  return db.update(importProfile, id, { name, nameKey: foldText(name), ...(content ? cellsOf(content) : {}) }, rev);
}

/** Puts a profile away. */
export function removeProfile(db: Writer, id: string, rev: number): void {
  db.remove(importProfile, id, rev);
}
