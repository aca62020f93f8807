import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { duplicateReasons } from './duplicates.ts';
import { bytes, id, instant, language, nothing, page, paging, rev, text } from './fields.ts';
import { changeSetId } from './history.ts';
import { decision, importOptions } from './import-options.ts';
import { importFields, targetNames } from './import-targets.ts';
import { bundleFiles, bundleFinding } from './oneroster.ts';

export const fileFormats = ['csv', 'xlsx', 'xls', 'ods', 'json', 'zip', 'oneRoster'] as const;
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1253', 'iso-8859-7'] as const;

/** How the file is read: detected first, correctable by the user. */
export const importSource = z.object({
  format: z.enum(fileFormats),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.string().max(2).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Zero-based row of the header; -1: the file has none. */
  headerRow: z.number().int().min(-1).max(200),
});
export type ImportSource = z.infer<typeof importSource>;

export const importMapping = z.array(z.enum(importFields).nullable());
export type ImportMapping = z.infer<typeof importMapping>;

export const importStates = ['uploaded', 'reading', 'ready', 'committing', 'committed', 'undone', 'failed'] as const;
export const fates = ['create', 'change', 'same', 'refused'] as const;
export type Fate = (typeof fates)[number];
const counts = z.object({ create: z.number().int(), change: z.number().int(), same: z.number().int(), refused: z.number().int() });
export type ImportCounts = z.infer<typeof counts>;

const profileName = z.object({ id, name: z.string() });
const importSummary = z.object({
  id, rev, fileName: z.string(), target: z.enum(targetNames), state: z.enum(importStates), counts: counts.nullable(),
  createdAt: instant, createdBy: z.string().nullable(), changeSetId: changeSetId.nullable(), undoneBy: changeSetId.nullable(),
  /** The profile that it is or was read by, as that was called. */
  profile: profileName.nullable(),
});

const problem = z.object({ field: z.enum(importFields).nullable(), messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
export type ImportProblem = z.infer<typeof problem>;
/** A row that turned out impossible only when it was written, by line as people count it. */
export const lateRefusal = z.object({ line: z.number().int(), problem });
const importRow = z.object({
  /** Line of the file as people count it, from 1, header included. */
  line: z.number().int(),
  /** In a wide sheet, where a line holds several marks: the column of this one, from 0. */
  column: z.number().int().nullable(),
  fate: z.enum(fates),
  studentId: id.nullable(),
  label: z.string(),
  /** In a bundle: which of its files, and the line there. */
  place: z.object({ file: z.enum(bundleFiles), line: z.number().int() }).nullable(),
  /** For `create` the values to be written; for `change` only what differs, with the old value. Of a bundle, whose headings are not ours, `oneRoster.` and the heading. */
  cells: z.array(z.object({ field: z.union([z.enum(importFields), z.templateLiteral(['oneRoster.', z.string()])]), before: z.string().nullable(), after: z.string().nullable() })),
  problems: z.array(problem),
});
export type ImportRow = z.infer<typeof importRow>;

/** What tells one student from another, as a file says it or the school has it. */
const identity = z.object({
  studentNo: z.string().nullable(), familyEl: z.string(), givenEl: z.string(), fatherEl: z.string().nullable(), motherEl: z.string().nullable(),
  birthDate: z.string().nullable(), nationalId: z.string().nullable(), level: z.string().nullable(), division: z.string().nullable(),
});
/** A row that may be about a student of the school, who those are, likeliest first, and what was decided. */
const question = z.object({
  line: z.number().int(), problem, inFile: identity,
  candidates: z.array(z.object({ studentId: id, isArchived: z.boolean(), reasons: z.array(z.enum(duplicateReasons)), ...identity.shape })),
  decision: decision.nullable(),
});
export type ImportQuestion = z.infer<typeof question>;

const kept = z.object({ entity: z.string(), rowId: z.string(), label: z.string().nullable(), fields: z.array(z.string()) });

export const exchangeProcedures = {
  /** The first step of every import: the file's bytes, stored encrypted, the same content only once. At most 50 MB. */
  'files.upload': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, input: z.object({ name: text(255), content: bytes }),
    output: z.object({ fileId: id }),
  }),
  /** A file that the caller has had made: an export, a printed list. What was dropped to be imported is fetched with `imports.file`. */
  'files.download': query({
    permission: 'signedIn', scope: 'own', doors: everyDoor, input: z.object({ fileId: id }),
    output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
  'imports.create': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ fileId: id }), output: z.object({ id }),
  }),
  'imports.list': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, input: z.object({ ...paging }), output: page(importSummary),
  }),
  'imports.get': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, input: z.object({ id }),
    output: z.object({
      import: importSummary, source: importSource.nullable(), mapping: importMapping.nullable(), options: importOptions,
      /** Header texts as in the file, and its first rows, to check the matching against. */
      header: z.array(z.string()), sample: z.array(z.array(z.string())), failure: z.string().nullable(), late: z.array(lateRefusal),
      /** SHA-256 of the file in hexadecimal, and its bytes. */
      hash: z.string(), size: z.number().int(),
      /** How many rows of the file were written, and the lines of those that were taken back since, by themselves. */
      written: z.number().int(), undoneLines: z.array(z.number().int()),
      /** The latest import of a file with the same headings that was written, if any: how it was read. */
      earlier: z.object({ fileName: z.string(), createdAt: instant, target: z.enum(targetNames), mapping: importMapping, options: importOptions, profile: profileName.nullable() }).nullable(),
      /** The profile that the file is read by: headings of it that the file lacks, and whether a profile made of the file now would be another. */
      profile: z.object({ ...profileName.shape, rev, missing: z.array(z.string()), isChanged: z.boolean() }).nullable(),
      /** The only profile all of whose headings the file has, where it is not read so already. */
      suggested: profileName.nullable(),
    }),
  }),
  /** Reads the file, matches each row to what the school has and says what would happen. What is null is detected. */
  'imports.preview': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', job: true,
    input: z.object({
      id, source: importSource.nullable().default(null), target: z.enum(targetNames).nullable().default(null), mapping: importMapping.nullable().default(null),
      options: importOptions.nullable().default(null),
      /** Read by this profile, whatever target, mapping and options say besides; null: by none from now on. Without it, what is noted stays. */
      profileId: id.nullable().optional(),
    }),
    output: z.object({ counts, rows: z.number().int() }),
  }),
  'imports.rows': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import',
    input: z.object({ id, fate: z.enum(fates).nullable().default(null), text: z.string().max(100).default(''), ...paging }), output: page(importRow),
  }),
  /** One line of the file, cell by cell as it stands there, mended cells as they were mended; of a bundle the columns of the line's own file. */
  'imports.row': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ id, line: z.number().int().min(1) }),
    output: z.object({ cells: z.array(z.object({ column: z.number().int(), text: z.string(), isEdited: z.boolean() })) }),
  }),
  /** The rows that a committed import wrote, as they stand in the file, and which of them were taken back by themselves. `text`: those whose line holds it. */
  'imports.written': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import',
    input: z.object({ id, text: z.string().trim().max(100).default(''), ...paging }),
    output: page(z.object({ line: z.number().int(), cells: z.array(z.string()), isTakenBack: z.boolean() })),
  }),
  /** The texts that could not be read, by field, most frequent first: what a value translation is good for. At most 200. */
  'imports.refusedTexts': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ id }),
    output: z.object({ texts: z.array(z.object({ field: z.enum(importFields), text: z.string(), count: z.number().int() })) }),
  }),
  /** Rows of which it is not certain whom they mean: refused until somebody decides, in `decisions` of the preview's options. Decided ones stay listed. */
  'imports.questions': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ id, open: z.boolean().default(false), ...paging }),
    output: z.object({ total: z.number().int(), open: z.number().int(), questions: z.array(question) }),
  }),
  /** What a OneRoster bundle says of itself, and where it departs from the format: at most 200 findings, of `findingsTotal`. Null for any other file. */
  'imports.bundle': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ id }),
    output: z.object({
      bundle: z.object({
        version: z.enum(['1.1', '1.2']), systemName: z.string(), school: z.string().nullable(), year: z.string().nullable(),
        files: z.array(z.object({ file: z.enum(bundleFiles), mode: z.enum(['bulk', 'delta']), rows: z.number().int() })),
        findings: z.array(bundleFinding), findingsTotal: z.number().int(),
      }).nullable(),
    }),
  }),
  /** The refused lines as a file, with what is wrong in the last column: to be mended, and dropped again. Fetch it with `files.download`. */
  'imports.problems': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, audited: 'bulk', lane: 'import', job: true, sensitive: true,
    input: z.object({ id, format: z.enum(['csv', 'xlsx']), language }), output: z.object({ fileId: id, name: z.string(), rows: z.number().int() }),
  }),
  /** Writes the previewed rows in one change set, all of them or none; refused rows are left out and stay listed, or, with `allOrNothing`, keep out all. */
  'imports.commit': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', job: true, undoable: true,
    input: z.object({ id, rev }), output: z.object({ counts, changeSetId, late: z.array(lateRefusal) }),
  }),
  /** Takes an import back, whole or some lines of it. Cells edited since are kept and listed. */
  'imports.undo': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', job: true,
    input: z.object({ id, lines: z.array(z.number().int()).min(1).max(10_000).nullable().default(null) }), output: z.object({ changeSetId, kept: z.array(kept), keptTotal: z.number().int() }),
  }),
  /** The file itself, as it was dropped. */
  'imports.file': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, audited: 'bulk', input: z.object({ id }), output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
  /** Just the rows that were written and still stand, as a workbook with the headings of the file and the line of each: fetch it with `files.download`. */
  'imports.applied': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, audited: 'bulk', lane: 'import', job: true, input: z.object({ id, language }), output: z.object({ fileId: id, name: z.string(), rows: z.number().int() }),
  }),
  'imports.discard': command({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'import', input: z.object({ id }), output: nothing,
  }),
};
