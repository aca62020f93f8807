import { letterheadSettings, templateSettings, type IssuedKind, type LetterheadSettings, type TemplateSettings } from '#contract/documents.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import { readSetting, writeSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import { documentTemplate } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { PaperImage } from './paper.ts';
import { documentKeyForm, type DocumentKey } from './rules-code.ts';
import { defaultLetterhead, defaultTemplates } from './rules-templates.ts';

interface Stored { id: string; rev: number; settings: string }
/** Settings with the row's `rev`; null until the school has edited them. */
export interface Versioned<T> { rev: number | null; settings: T }

const readRow = (db: Reader, kind: string): Stored | undefined =>
  db.get<Stored>('SELECT id, rev, settings FROM document_template WHERE kind = ? AND deletedAt IS NULL', [kind]);

/** The school's letterhead. */
export function readLetterhead(db: Reader): Versioned<LetterheadSettings> {
  const row = readRow(db, 'letterhead');
  return row ? { rev: row.rev, settings: letterheadSettings.parse(JSON.parse(row.settings)) } : { rev: null, settings: defaultLetterhead };
}

/** The school's template of a kind of document. */
export function readTemplate(db: Reader, kind: IssuedKind): Versioned<TemplateSettings> {
  const row = readRow(db, kind);
  return row ? { rev: row.rev, settings: templateSettings.parse(JSON.parse(row.settings)) } : { rev: null, settings: defaultTemplates[kind] };
}

/** Writes settings under a kind; with the `rev` that was seen, or null where nothing had been saved yet. Throws `conflict` when somebody was faster. */
export function writeTemplate(db: Writer, kind: IssuedKind | 'letterhead', settings: unknown, rev: number | null): number {
  const json = JSON.stringify(settings);
  const row = readRow(db, kind);
  // Without a row, or with one that nobody had seen: `update` compares the rev, and -1 fits none.
  if (row) return db.update(documentTemplate, row.id, { settings: json }, rev ?? -1);
  // A kind whose first edit was undone by removal keeps its row; it comes back to life.
  const removed = db.get<{ id: string }>('SELECT id FROM document_template WHERE kind = ?', [kind]);
  if (removed) return db.update(documentTemplate, removed.id, { settings: json, deletedAt: null });
  db.insert(documentTemplate, { kind, settings: json });
  return 1;
}

/** A crest or signature; null when there is none or its file is no longer there. */
export function readImage(db: Reader, fileId: string | null): PaperImage | null {
  const head = fileId === null ? undefined : readFileHead(db, fileId);
  if (!head || head.purpose !== 'template' || (head.mime !== 'image/png' && head.mime !== 'image/jpeg')) return null;
  const content = readFileContent(db, head.hash);
  return content ? { mime: head.mime, content } : null;
}

/** The setting that holds the key pair. Its cells are hidden from the history (`journal/rules-cells.ts`), and no procedure answers with it. */
const keySetting = 'documentKey';

/** The school's key pair for documents; undefined until its first document. */
export function readDocumentKey(db: Reader): DocumentKey | undefined {
  const row = readSetting(db, keySetting);
  return row && documentKeyForm.parse(row.value);
}

/** Keeps a new key pair. */
export function writeDocumentKey(db: Writer, key: DocumentKey): void {
  writeSetting(db, keySetting, key);
}
